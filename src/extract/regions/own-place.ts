/** How an article speaks of its own place without naming it: 我市, 全县, 该州, 这座城市. */
import type { Reading } from "../../core/types.ts";

/** The level's character; 全省首个 tells a rank. */
const OWN_LEVEL = /(?:[我全本该]|这[个座])(省|市|州|县|旗|区|城市)(?!首|第一|率先|最|唯一|前|域|民|块|区)/g;

/** An office that is named by its level alone: 州卫健委, 市医保局, 盟里. */
const BARE_OFFICE =
  /(?<![\u4e00-\u9fff])(省|市|州|盟|县|旗|区)(?:卫生健康|卫健|卫计|疾控|疾病预防|医保局|医疗保障局|里)/g;

/** Characters of the body in which they are looked for. */
const REACH = 600;

/** How often title and lead call a division the article's own, and the body names an office by its level alone; by the level's last character. */
export function ownLevels(reading: Reading): Map<string, number> {
  const levels = new Map<string, number>();
  const count = (level: string): void => {
    levels.set(level, (levels.get(level) ?? 0) + 1);
  };
  for (const text of [reading.title.text, reading.text.text.slice(0, REACH)])
    for (const match of text.matchAll(OWN_LEVEL)) count(match[1]!.at(-1)!); // the one group
  for (const match of reading.text.text.matchAll(BARE_OFFICE)) count(match[1]!);
  return levels;
}
