/**
 * The bulletin as a Word document in the house layout after GB/T 9704-2012: A4, top margin 37 mm, left 28 mm, text area
 * 156 × 225 mm on a grid of 22 lines of 28 characters; 仿宋 body, 小标宋 title, 黑体 and 楷体 headings.
 * The project's one door to docx; loaded only when a Word file is made.
 */
import type { IParagraphOptions, IRunOptions, ParagraphChild } from "docx";
import type { Bulletin, BulletinItem } from "../core/types.ts";
import { chineseDay } from "../text/calendar.ts";
import {
  BODY,
  type ContentOption,
  DIRECTORY,
  headLine,
  issueLine,
  LEAD_LABEL,
  leadLine,
  oneLine,
  printedParts,
} from "./layout.ts";
import { guardLine } from "./render-text.ts";
import { settleWord } from "./settle-word.ts";

/** Half-points: 二号 22 pt, 三号 16 pt, 四号 14 pt. */
const SIZE = { title: 44, body: 32, page: 28 } as const;
const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
/** 22 lines in 225 mm, in twentieths of a point. */
const LINE = Math.round(mm(225) / 22);
/** 28 characters in 156 mm: what each gives up of its 16 points, in twentieths of a point. */
const TIGHTEN = Math.floor(mm(156) / 28 - SIZE.body * 10);

const LATIN = "Times New Roman";
/** The `eastAsia` hint sets quotes and dashes, which both scripts share, in the Chinese font. */
const font = (eastAsia: string): NonNullable<IRunOptions["font"]> => ({
  ascii: LATIN,
  hAnsi: LATIN,
  cs: LATIN,
  eastAsia,
  hint: "eastAsia",
});
const FONT = {
  body: font("仿宋"),
  title: font("方正小标宋简体"),
  first: font("黑体"),
  second: font("楷体"),
  page: font("宋体"),
} as const;

/** Control characters that XML cannot hold, and lone surrogates, would make a file that Word refuses. */
const xmlText = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

/** Sets a bulletin as a docx file. The same bulletin gives the same bytes. */
export async function renderWord(bulletin: Bulletin, content: ContentOption = "both"): Promise<Uint8Array> {
  const docx = await import("docx");
  const { Document, Packer, Paragraph, TextRun, InternalHyperlink, ExternalHyperlink, Bookmark, Footer, PageNumber } =
    docx;
  const { AlignmentType, HeadingLevel, DocumentGridType, LineRuleType } = docx;
  const spacing = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
  const paragraph = (
    children: readonly ParagraphChild[],
    options: IParagraphOptions = {},
  ): InstanceType<typeof Paragraph> => new Paragraph({ spacing, ...options, children: [...children] });
  const run = (text: string, options: IRunOptions = {}): InstanceType<typeof TextRun> =>
    new TextRun({ font: FONT.body, size: SIZE.body, characterSpacing: TIGHTEN, ...options, text: xmlText(text) });
  const plain = (
    text: string,
    options: IParagraphOptions = {},
    runOptions: IRunOptions = {},
  ): InstanceType<typeof Paragraph> => paragraph([run(text, runOptions)], options);
  const centred = { alignment: AlignmentType.CENTER } as const;
  const indented = { indent: { firstLine: SIZE.body * 20 } } as const;

  const masthead = [
    paragraph([run(oneLine(bulletin.title), { font: FONT.title, size: SIZE.title })], {
      ...centred,
      heading: HeadingLevel.TITLE,
      spacing: { line: LINE * 1.5, lineRule: LineRuleType.EXACT, before: LINE, after: 0 },
    }),
    plain(issueLine(bulletin), centred),
    ...(bulletin.publisher ? [plain(oneLine(bulletin.publisher), centred)] : []),
    plain(chineseDay(bulletin.date), centred),
    ...(bulletin.remark ? [plain(oneLine(bulletin.remark), centred, { font: FONT.second })] : []),
    plain(`${LEAD_LABEL}:`, { spacing: { ...spacing, before: LINE } }, { font: FONT.first }),
    plain(leadLine(bulletin), indented),
  ];
  const heading = (text: string): InstanceType<typeof Paragraph> =>
    paragraph([run(text, { font: FONT.first })], {
      heading: HeadingLevel.HEADING_1,
      keepNext: true,
      spacing: { ...spacing, before: LINE / 2 },
    });
  const directory = bulletin.items.flatMap((item, i) => [
    paragraph(
      [new InternalHyperlink({ anchor: `item-${i + 1}`, children: [run(`${i + 1}. ${oneLine(item.headline)}`)] })],
      { keepNext: true, keepLines: true },
    ),
    plain(`(${oneLine(item.source)})`, indented, { font: FONT.second }),
  ]);
  const link = (url: string): ParagraphChild[] => {
    const shown = run(url, { style: "Hyperlink" });
    return /^https?:\/\//i.test(url)
      ? [new ExternalHyperlink({ link: xmlText(encodeURI(decodeSafely(url))), children: [shown] })]
      : [run(url)];
  };
  const body = bulletin.items.flatMap((item: BulletinItem, i) => {
    const { summary, text } = printedParts(item, content);
    const label = (name: string): InstanceType<typeof TextRun> => run(name, { font: FONT.first });
    return [
      paragraph(
        [
          new Bookmark({
            id: `item-${i + 1}`,
            children: [run(`${i + 1}.标题:${oneLine(item.headline)}`, { font: FONT.second, bold: true })],
          }),
        ],
        {
          heading: HeadingLevel.HEADING_2,
          keepNext: true,
          spacing: { ...spacing, before: i === 0 ? 0 : LINE },
        },
      ),
      paragraph([label("来源:"), run(oneLine(item.source))], { keepNext: true }),
      paragraph([label("链接:"), run("<"), ...link(oneLine(item.url)), run(">")]),
      ...(summary === "" ? [] : [paragraph([label("摘要："), run(summary)])]),
      paragraph([label("主要内容：")], { keepNext: true }),
      plain(oneLine(item.headline), { ...centred, keepNext: true }, { bold: true }),
      plain(headLine(item), { ...centred, keepNext: true }, { font: FONT.second }),
      ...(text === "" ? [] : text.split("\n").map((line) => plain(guardLine(line), indented))),
    ];
  });
  const footer = new Footer({
    children: [
      paragraph([new TextRun({ font: FONT.page, size: SIZE.page, children: ["—", PageNumber.CURRENT, "—"] })], centred),
    ],
  });
  const headingStyle = (eastAsia: typeof FONT.body, size: number) => ({
    run: { font: eastAsia, size, color: "000000", bold: false },
    paragraph: { spacing },
  });
  const document = new Document({
    title: xmlText(`${bulletin.title}${issueLine(bulletin)}`),
    creator: xmlText(bulletin.publisher ?? "weixun"),
    lastModifiedBy: xmlText(bulletin.publisher ?? "weixun"),
    description: xmlText(leadLine(bulletin)),
    styles: {
      default: {
        document: {
          run: { font: FONT.body, size: SIZE.body, language: { value: "zh-CN", eastAsia: "zh-CN" } },
          paragraph: { spacing },
        },
        title: headingStyle(FONT.title, SIZE.title),
        heading1: headingStyle(FONT.first, SIZE.body),
        heading2: headingStyle(FONT.second, SIZE.body),
        hyperlink: { run: { color: "1F3864" } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), footer: mm(28), header: mm(15) },
          },
          grid: { type: DocumentGridType.LINES, linePitch: LINE },
        },
        footers: { default: footer },
        children: [...masthead, heading(DIRECTORY), ...directory, heading(BODY), ...body],
      },
    ],
  });
  return settleWord(new Uint8Array(await Packer.toArrayBuffer(document)), bulletin.date);
}

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
