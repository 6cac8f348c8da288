/** Signs that a text is garbled or in traditional characters. */
import { isHan } from "../text/normalize.ts";

/** Characters that simplified text does not use, among the most frequent of traditional news text. */
const TRADITIONAL: string =
  "們這個國說來時會對後發經過學醫療衛應點無機關數據資訊網絡體實現業務與開動為於從還進將間電腦環節區塊鏈聯門診藥護師員長東車馬見貝風飛飯鳥魚龍麗華萬億兩並書讀寫話請謝讓選擇專項標準規劃設計構築網際處級組織總統領導幹讚觀覽覺識別類題額願顧義舉條極歡歸歲歷滿漢濟當獲產畫異盡監術認證試許診詢誌該詳認誤調論議護變讚財貨責貴買費賽趙趨軍輕載輸辦農迴連運遠適遲遷醬釋鐵銀錢錯鍵鎮鏡長閱隊階際隨險難雲靈靜韓響頁順須預領頻顯風驗體魯鮮鹽黨齊齡";
/** Characters that UTF-8 Chinese turns into when read as GBK; rare in real text. */
const MISREAD: string =
  "鐨勬槸鍦ㄤ簡浜烘湁鍜岃繖涓鍥戒腑鍖荤枟鍋ュ悍鏈嶅姟鎴戜滑锛銆鈥绗鏂伴椈闂鐢佃瘽鏃ユ湡鎶ラ亾璁拌€呭紑鍙戝睍鏁版嵁骞冲彴";

/** What a character says of its script; 0 nothing. */
const REPLACED = 1;
/** Beyond ASCII and before CJK: a letter or a mark; also signs of text that was decoded as Latin-1. */
const FOREIGN = 2;
const LATIN_LETTER = 3;
/** Kana and hangul. */
const JAPANESE_OR_KOREAN = 4;
const HAN_LETTER = 5;
const TRADITIONAL_ONLY = 6;
const MISREAD_SIGN = 7;
const GARBLED_SIGN = 8;
const KINDS: Uint8Array = new Uint8Array(0x10000);
KINDS.fill(LATIN_LETTER, 0x41, 0x5b);
KINDS.fill(LATIN_LETTER, 0x61, 0x7b);
KINDS.fill(FOREIGN, 0x80, 0x2000);
for (let c = 0x2000; c < 0x10000; c++) if (isHan(c)) KINDS[c] = HAN_LETTER;
KINDS.fill(JAPANESE_OR_KOREAN, 0x3040, 0x3100);
KINDS.fill(JAPANESE_OR_KOREAN, 0xac00, 0xd7b0);
// The first half of a rare Han character beyond the basic plane.
KINDS.fill(HAN_LETTER, 0xd840, 0xd888);
KINDS[0xfffd] = REPLACED;
const mark = (characters: string, kind: number): void => {
  for (const character of characters) if (isHan(character.charCodeAt(0))) KINDS[character.charCodeAt(0)] = kind;
};
mark(TRADITIONAL, TRADITIONAL_ONLY);
mark(MISREAD, MISREAD_SIGN);
mark("锟烫屯", GARBLED_SIGN);

/** What UTF-8 text becomes by way of U+FFFD and GBK, or what memory never written to looks like. */
const GARBLED = /锟斤拷|烫烫烫|屯屯屯|ï»¿|â€œ|â€/;
/** What UTF-8 Chinese turns into when read as Latin-1 or Windows-1252. */
const LATIN_MISREAD = /[äåæçèé][\u0080-\u00bf\u0152-\u2122]/g;

export interface ScriptSigns {
  readonly mojibake: boolean;
  readonly traditional: boolean;
  /** Han characters among all letters (digits, blanks and marks aside); 0 where there is no letter. */
  readonly hanShare: number;
  readonly letters: number;
}

/** Letters that {@link FOREIGN} holds; no part of a pair of surrogates. */
const FOREIGN_LETTER = /(?=\p{L})[\u0080-\u1fff]/gu;

const SAMPLE = 2000;
/** Units of each kind in the sample that is being read. */
const counts = new Uint16Array(GARBLED_SIGN + 1);

/** Looks at the first 2,000 units. */
export function readScript(text: string): ScriptSigns {
  const sample = text.slice(0, SAMPLE);
  counts.fill(0);
  let plain = 0;
  for (let i = 0; i < sample.length; i++) {
    const kind = KINDS[sample.charCodeAt(i)]!;
    // Nearly all are; counted apart, they need not wait for each other.
    if (kind === HAN_LETTER) plain++;
    else counts[kind]!++;
  }
  counts[HAN_LETTER] = plain;
  const misread = counts[MISREAD_SIGN]!;
  const traditional = counts[TRADITIONAL_ONLY]!;
  const han = counts[HAN_LETTER]! + counts[GARBLED_SIGN]! + traditional + misread;
  const eastern = counts[JAPANESE_OR_KOREAN]!;
  const hasForeign = counts[FOREIGN]! > 0;
  const foreignLetters = hasForeign ? (sample.match(FOREIGN_LETTER)?.length ?? 0) : 0;
  const letters = han + eastern + counts[LATIN_LETTER]! + foreignLetters;
  const latin = sample.length < 20 || !hasForeign ? 0 : (sample.match(LATIN_MISREAD)?.length ?? 0);
  const mojibake =
    ((hasForeign || counts[GARBLED_SIGN]! > 0) && GARBLED.test(sample)) ||
    counts[REPLACED]! >= 3 ||
    (han > 20 && misread / han > 0.15) ||
    latin > 10;
  // Japanese and Korean text is no Chinese however many Han characters it holds.
  const foreign = eastern > letters * 0.1;
  return {
    mojibake,
    traditional: han >= 20 && traditional / han > 0.06,
    hanShare: foreign || letters === 0 ? 0 : han / letters,
    letters,
  };
}
