/** Hints: what an editor would look at twice. */
import { foldTitle, type Layout, type LayoutItem } from "../read-layout.ts";
import { type Finding, finding } from "./finding.ts";

/** A head count given in visits: 建档人数63777人次. */
const HEAD_COUNT_IN_VISITS = /人数(?:累计|已经|已)?(?:达到|达|为|超过|超|突破|约|共)?\s*\d[\d.,]*[万亿]?余?人次/g;

/** Names that a reform ended, with the day of its plan; older news may use them. */
const FORMER_NAMES: readonly (readonly [former: string, today: string, since: string])[] = [
  // State Council institutional reform plans of 2018-03-17 and 2023-03-16; health reform of 2013-03-14.
  ["卫生和计划生育委员会", "卫生健康委员会", "2019-01-01"],
  ["卫生计生委", "卫生健康委", "2019-01-01"],
  ["卫计委", "卫健委", "2019-01-01"],
  ["卫生计生局", "卫生健康局", "2019-06-01"],
  ["卫计局", "卫健局", "2019-06-01"],
  ["食品药品监督管理总局", "药品监督管理局", "2018-09-01"],
  ["食药监总局", "药监局", "2018-09-01"],
  ["工商行政管理总局", "市场监督管理总局", "2018-09-01"],
  ["银保监会", "国家金融监督管理总局", "2023-05-18"],
];

function inText(
  item: LayoutItem,
  pattern: RegExp,
  make: (match: string, place: { line: number; column: number }) => Finding,
): Finding[] {
  return item.text.flatMap((line, i) =>
    [...line.matchAll(pattern)].map((m) => make(m[0], { line: item.textLine + i, column: m.index })),
  );
}

export function unitDoubt(layout: Layout): Finding[] {
  return layout.items.flatMap((item) =>
    inText(item, HEAD_COUNT_IN_VISITS, (m, place) =>
      finding("unit-doubt", place, `item ${item.number} counts heads in visits: “${m}”; check the source`, {
        actual: m,
      }),
    ),
  );
}

export function formerName(layout: Layout): Finding[] {
  const day = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(layout.date?.text ?? "");
  if (!day) return [];
  const date = `${day[1]}-${day[2]!.padStart(2, "0")}-${day[3]!.padStart(2, "0")}`;
  return layout.items.flatMap((item) =>
    FORMER_NAMES.filter(([, , since]) => date >= since).flatMap(([former, today]) =>
      // 原卫计委 says itself that the name is former.
      inText(item, new RegExp(`(?<![原前])${former}`, "g"), (m, place) =>
        finding("former-name", place, `item ${item.number} uses a former name: ${m} is ${today} today`, {
          actual: m,
          expected: today,
        }),
      ),
    ),
  );
}

const FULL_WIDTH: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "!": "！", "?": "？" };

/** Half-width marks between Han characters, outside quotes. */
const HALF_WIDTH = /(?<=[\u4e00-\u9fff”》）])[,;:!?](?=[\u4e00-\u9fff“《（])/g;

export function punctuationWidth(layout: Layout): Finding[] {
  return layout.items.flatMap((item) =>
    inText(item, HALF_WIDTH, (m, place) =>
      finding("punctuation-width", place, `item ${item.number} has a half-width “${m}” between Chinese characters`, {
        actual: m,
        expected: FULL_WIDTH[m]!,
      }),
    ),
  );
}

/** Full-width marks for half-width ones between Han characters; what stands in quotes stays as it is. */
export function widenPunctuation(line: string): string {
  let depth = 0;
  let out = "";
  let from = 0;
  for (let i = 0; i <= line.length; i++) {
    const c = line[i];
    if (c === "“" || c === "「") {
      if (depth++ === 0) {
        out += line.slice(from, i).replace(HALF_WIDTH, (m) => FULL_WIDTH[m]!);
        from = i;
      }
    } else if ((c === "”" || c === "」") && depth > 0 && --depth === 0) {
      out += line.slice(from, i + 1);
      from = i + 1;
    } else if (c === undefined)
      out += depth > 0 ? line.slice(from) : line.slice(from).replace(HALF_WIDTH, (m) => FULL_WIDTH[m]!);
  }
  return out;
}

/** Titles that a past issue printed. */
export function printedBefore(layout: Layout, past: ReadonlyMap<string, string>): Finding[] {
  return layout.items.flatMap((item) => {
    const title = item.labels[0]!.value;
    const where = past.get(foldTitle(title.text));
    return where === undefined
      ? []
      : [finding("duplicate-event", title, `item ${item.number} was printed in ${where}`, { actual: title.text })];
  });
}
