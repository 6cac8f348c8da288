/** Signs that a text is garbled or in traditional characters. */
import { isHan } from "../text/normalize.ts";

/** Characters that simplified text does not use, among the most frequent of traditional news text. */
const TRADITIONAL: ReadonlySet<string> = new Set(
  "們這個國說來時會對後發經過學醫療衛應點無機關數據資訊網絡體實現業務與開動為於從還進將間電腦環節區塊鏈聯門診藥護師員長東車馬見貝風飛飯鳥魚龍麗華萬億兩並書讀寫話請謝讓選擇專項標準規劃設計構築網際處級組織總統領導幹讚觀覽覺識別類題額願顧義舉條極歡歸歲歷滿漢濟當獲產畫異盡監術認證試許診詢誌該詳認誤調論議護變讚財貨責貴買費賽趙趨軍輕載輸辦農迴連運遠適遲遷醬釋鐵銀錢錯鍵鎮鏡長閱隊階際隨險難雲靈靜韓響頁順須預領頻顯風驗體魯鮮鹽黨齊齡".split(
    "",
  ),
);
/** Characters that UTF-8 Chinese turns into when read as GBK; rare in real text. */
const MISREAD: ReadonlySet<string> = new Set(
  "鐨勬槸鍦ㄤ簡浜烘湁鍜岃繖涓鍥戒腑鍖荤枟鍋ュ悍鏈嶅姟鎴戜滑锛銆鈥绗鏂伴椈闂鐢佃瘽鏃ユ湡鎶ラ亾璁拌€呭紑鍙戝睍鏁版嵁骞冲彴"
    .replace(/[中国在人有是我们]/g, "")
    .split(""),
);
/** What UTF-8 Chinese turns into when read as Latin-1 or Windows-1252. */
const LATIN_MISREAD = /[äåæçèé][\u0080-\u00bf\u0152-\u2122]/g;

export interface ScriptSigns {
  readonly mojibake: boolean;
  readonly traditional: boolean;
  /** Han characters among all letters (digits, blanks and marks aside); 0 where there is no letter. */
  readonly hanShare: number;
  readonly han: number;
  readonly letters: number;
}

const SAMPLE = 4000;

/** Looks at the first 4,000 units. */
export function readScript(text: string): ScriptSigns {
  const sample = text.slice(0, SAMPLE);
  let han = 0;
  let letters = 0;
  let traditional = 0;
  let misread = 0;
  let replaced = 0;
  let kana = 0;
  let hangul = 0;
  for (const ch of sample) {
    const c = ch.codePointAt(0)!;
    if (c === 0xfffd) replaced++;
    else if (c < 0x41) continue;
    else if (isHan(c) || c > 0x20000) {
      han++;
      letters++;
      if (TRADITIONAL.has(ch)) traditional++;
      if (MISREAD.has(ch)) misread++;
    } else if (c >= 0x3040 && c <= 0x30ff) {
      kana++;
      letters++;
    } else if (c >= 0xac00 && c <= 0xd7af) {
      hangul++;
      letters++;
    } else if (/\p{L}/u.test(ch)) letters++;
  }
  const latin = sample.length < 20 ? 0 : (sample.match(LATIN_MISREAD)?.length ?? 0);
  const mojibake =
    /锟斤拷|烫烫烫|屯屯屯|ï»¿|â€œ|â€/.test(sample) || replaced >= 3 || (han > 20 && misread / han > 0.15) || latin > 10;
  // Japanese and Korean text is no Chinese however many Han characters it holds.
  const foreign = kana + hangul > letters * 0.1;
  return {
    mojibake,
    traditional: han >= 20 && traditional / han > 0.06,
    hanShare: foreign || letters === 0 ? 0 : han / letters,
    han,
    letters,
  };
}
