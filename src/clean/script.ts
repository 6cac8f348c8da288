/** Signs that a text is garbled or in traditional characters. */
import { isHan } from "../text/normalize.ts";

/** Characters that simplified text does not use, among the most frequent of traditional news text. */
const TRADITIONAL: string =
  "們這個國說來時會對後發經過學醫療衛應點無機關數據資訊網絡體實現業務與開動為於從還進將間電腦環節區塊鏈聯門診藥護師員長東車馬見貝風飛飯鳥魚龍麗華萬億兩並書讀寫話請謝讓選擇專項標準規劃設計構築網際處級組織總統領導幹讚觀覽覺識別類題額願顧義舉條極歡歸歲歷滿漢濟當獲產畫異盡監術認證試許診詢誌該詳認誤調論議護變讚財貨責貴買費賽趙趨軍輕載輸辦農迴連運遠適遲遷醬釋鐵銀錢錯鍵鎮鏡長閱隊階際隨險難雲靈靜韓響頁順須預領頻顯風驗體魯鮮鹽黨齊齡";
/** Characters that UTF-8 Chinese turns into when read as GBK; rare in real text. */
const MISREAD: string =
  "鐨勬槸鍦ㄤ簡浜烘湁鍜岃繖涓鍥戒腑鍖荤枟鍋ュ悍鏈嶅姟鎴戜滑锛銆鈥绗鏂伴椈闂鐢佃瘽鏃ユ湡鎶ラ亾璁拌€呭紑鍙戝睍鏁版嵁骞冲彴";

const ORDINARY = 0;
const TRADITIONAL_ONLY = 1;
const MISREAD_SIGN = 2;
const SIGNS: Uint8Array = new Uint8Array(0x10000);
for (const ch of TRADITIONAL) SIGNS[ch.charCodeAt(0)] = TRADITIONAL_ONLY;
for (const ch of MISREAD) SIGNS[ch.charCodeAt(0)] = MISREAD_SIGN;

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

const SAMPLE = 2000;

/** Looks at the first 2,000 units. */
export function readScript(text: string): ScriptSigns {
  const sample = text.slice(0, SAMPLE);
  let han = 0;
  let letters = 0;
  let traditional = 0;
  let misread = 0;
  let replaced = 0;
  let kana = 0;
  let hangul = 0;
  for (let i = 0; i < sample.length; i++) {
    const c = sample.charCodeAt(i);
    if (c < 0x41) continue;
    if (isHan(c)) {
      han++;
      letters++;
      const sign = SIGNS[c]!;
      if (sign === ORDINARY) continue;
      if (sign === TRADITIONAL_ONLY) traditional++;
      else misread++;
    } else if (c === 0xfffd) replaced++;
    else if (c >= 0x3040 && c <= 0x30ff) {
      kana++;
      letters++;
    } else if (c >= 0xac00 && c <= 0xd7af) {
      hangul++;
      letters++;
    } else if (c >= 0xd840 && c <= 0xd887) {
      // The first half of a rare Han character beyond the basic plane.
      han++;
      letters++;
    } else if (c < 0x80 ? (c | 0x20) >= 0x61 && (c | 0x20) <= 0x7a : c < 0x2000 && /\p{L}/u.test(sample[i]!)) letters++;
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
