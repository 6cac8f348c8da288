/** The page's style: readable on a screen, A4 in print, contrast of at least 4.5 : 1. */
export const STYLE: string = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #f3f4f6; color: #1a1a1a; font: 17px/1.8 FangSong, "仿宋", STFangsong, "Noto Serif CJK SC", "Songti SC", serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2.5rem 3rem 4rem; background: #fff; }
header { text-align: center; border-bottom: 3px double #9b1c1c; margin-bottom: 1.5rem; padding-bottom: 1rem; }
header h1 { color: #9b1c1c; font: 700 2rem/1.4 "方正小标宋简体", "Noto Serif CJK SC", SimSun, serif; margin: 0 0 .4rem; }
header p { margin: .1rem 0; }
.remark { color: #9b1c1c; font-weight: 700; }
h2 { font: 700 1.25rem/1.6 SimHei, "黑体", "Noto Sans CJK SC", sans-serif; margin: 2rem 0 .6rem; }
h3 { font: 700 1.1rem/1.6 KaiTi, "楷体", STKaiti, "Noto Serif CJK SC", serif; margin: 0 0 .4rem; }
a { color: #1d4ed8; } a:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px; }
.skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .3rem .8rem; }
ol.directory { padding-left: 1.6rem; } ol.directory li { margin: .35rem 0; } .from { color: #4b5563; }
article { border-top: 1px solid #d1d5db; padding: 1.4rem 0 .4rem; }
dl.head { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: .3rem 0 .8rem; font-size: .95rem; }
dl.head dt { font-weight: 700; } dl.head dd { margin: 0; overflow-wrap: anywhere; }
.summary { background: #f9f5ec; border-left: 4px solid #b45309; padding: .5rem .9rem; margin: .6rem 0; }
.text p { text-indent: 2em; margin: .5rem 0; overflow-wrap: anywhere; }
mark { background: none; color: inherit; border-bottom: 2px solid; padding: 0; }
mark.region { border-color: #15803d; } mark.institution { border-color: #1d4ed8; } mark.term { border-color: #7e22ce; } mark.figure { border-color: #b45309; border-bottom-style: dotted; }
.legend mark { margin-right: 1em; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; } caption { text-align: left; font-weight: 700; padding: .4rem 0; }
th, td { border-bottom: 1px solid #e5e7eb; padding: .25rem .5rem; text-align: left; } td.n { text-align: right; width: 4rem; } td.bar { width: 45%; }
.bar span { display: block; height: .8rem; background: #9b1c1c; }
footer { margin-top: 2rem; color: #4b5563; font-size: .9rem; }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@media (max-width: 40rem) { main { padding: 1rem; } }
@media print {
  body { background: none; font-size: 12pt; } main { max-width: none; padding: 0; } .skip, .legend { display: none; }
  a { color: inherit; text-decoration: none; } mark { border: 0; } h2, h3, dl.head { break-after: avoid; } dl.head, .summary { break-inside: avoid; } .text p { orphans: 2; widows: 2; }
  .bar span { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`.trim();
