/**
 * Makes dictionaries/divisions.tsv, townships.tsv and division-history.tsv from the public lists in
 * ../shared/data/divisions. Run: `npx tsx scripts/dictionaries/divisions.ts`.
 *
 * The edition is that of 2023-06-30 (National Bureau of Statistics) without its statistical pseudo units, with what was
 * founded later and carries a GB/T 2260 code; names that fell out of use are history.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "fflate";

const root = new URL("../../", import.meta.url);
const data = new URL("../shared/data/divisions/", root);
const read = (name: string): string => {
  const bytes = readFileSync(new URL(name, data));
  return new TextDecoder().decode(name.endsWith(".gz") ? gunzipSync(bytes) : bytes);
};
/** Rows of a simple CSV or TSV: quotes off, header off. */
const rows = (name: string, separator: string): string[][] =>
  read(name)
    .split("\n")
    .slice(1)
    .filter((l) => l.trim() !== "")
    .map((l) => l.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, "")));
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const tsv = (header: string, lines: Iterable<string>): string => `${[header, ...lines].join("\n")}\n`;

/** Founded after the edition, with a code of their own (Xisha and Nansha: codes of the Ministry of Civil Affairs). */
const LATER: readonly (readonly [string, string])[] = [
  ["460302", "西沙区"],
  ["460303", "南沙区"],
  ["653132", "岑岭县"],
  ["653228", "和康县"],
  ["653229", "和安县"],
  ["710000", "台湾省"],
  ["810000", "香港特别行政区"],
  ["820000", "澳门特别行政区"],
];
const PSEUDO_NAME = /^(?:市辖区|县)$|直辖县级行政区划$|群岛|管委会$|行政委员会$/;
/** County-level codes xxxx71–xxxx99 of a prefecture and the districts of Daxing'anling are statistical units only. */
const isPseudo = (code: string, name: string): boolean =>
  PSEUDO_NAME.test(name) ||
  (/^\d\d(?!90)\d\d7[1-9]$/.test(code) && /区|园|旅游|物流|新城$/.test(name)) ||
  /^(?:23276\d|320576|340176|34017[78]|370176|370676|370772|430[14]7\d|431173|6328[57]\d)$/.test(code) ||
  /(?:开发区|示范区|工业园区|产业园区|管理区|合作区|试验区|风景名胜区|产业集聚区|产业聚集区|食品区|循环化工园区|文化旅游创意园区|高新技术开发区)$/.test(
    name,
  );

/** Codes and own names (衡水市) of the edition. */
function readDivisions(): Map<string, string> {
  const all = new Map<string, string>();
  for (const file of ["modood-provinces.csv", "modood-cities.csv", "modood-areas.csv"])
    for (const [code = "", name = ""] of rows(file, ",")) {
      const full = code.padEnd(6, "0");
      // Cities without counties are repeated as their own county by the list (嘉峪关市 620201).
      if (!isPseudo(full, name) && !(full.endsWith("01") && all.get(`${full.slice(0, 4)}00`) === name))
        all.set(full, name);
    }
  for (const [code, name] of LATER) all.set(code, name);
  return new Map([...all].sort((a, b) => byText(a[0], b[0])));
}

const SUFFIX = /(?:特别行政区|自治州|自治县|自治旗|自治区|地区|新区|矿区|省|市|县|区|盟|旗|州)$/;
const PEOPLES =
  /(?:各族|蒙古族|蒙古|回族|藏族|维吾尔族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|锡伯|普米族|塔吉克族|塔吉克|怒族|鄂温克族|保安族|裕固族|独龙族)+$/;
/** Autonomous units whose name is nothing but a people's name keep it. */
const NAMED_AFTER_PEOPLE = new Set(["东乡族自治县", "鄂温克族自治旗", "鄂伦春自治旗"]);

/** Short forms by rule: without suffix and people, and with a suffix again (大理, 大理州, 大理自治州; 长阳, 长阳县). */
function shortForms(name: string, takenByParent: boolean): string[] {
  if (NAMED_AFTER_PEOPLE.has(name)) return [name.replace(/族?自治(?=[县旗]$)/, "")];
  if (name === "神农架林区") return ["神农架"];
  const suffix = SUFFIX.exec(name)?.[0] ?? "";
  let stem = name.slice(0, name.length - suffix.length);
  if (suffix === "" || stem.length < 2) return [];
  const out: string[] = [];
  const bare = stem.replace(PEOPLES, "");
  if (/^(?:自治|区$)/.test(suffix) && bare.length >= 2) {
    if (bare !== stem || suffix.startsWith("自治")) {
      const plain =
        suffix === "自治州"
          ? "州"
          : suffix === "自治旗"
            ? "旗"
            : suffix === "自治县"
              ? "县"
              : suffix === "区"
                ? "区"
                : "";
      if (plain !== "" && bare + plain !== name) out.push(bare + plain);
      // 湘西自治州, 长阳自治县
      if (suffix.startsWith("自治") && suffix !== "自治区" && bare !== stem) out.push(bare + suffix);
    }
    stem = bare;
  }
  if (suffix === "特别行政区") out.push(`${stem}特区`);
  // 朝阳县 beside 朝阳市, 左旗, 新区, 矿区: the bare stem is somebody else's name, or says too little.
  if (!takenByParent && /^(?:市|区|县|省|盟|地区|自治州|自治县|自治旗|自治区|特别行政区)$/.test(suffix))
    out.unshift(stem);
  return out;
}

function divisionsTsv(divisions: ReadonlyMap<string, string>): string {
  const lines: string[] = [];
  for (const [code, name] of divisions) {
    const parents = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].filter((p) => p !== code);
    const stem = name.replace(SUFFIX, "").replace(PEOPLES, "");
    const taken = parents.some((p) => {
      const parent = divisions.get(p);
      return parent !== undefined && parent.replace(SUFFIX, "").replace(PEOPLES, "") === stem;
    });
    lines.push(`${code}\t${name}\t${shortForms(name, taken).join(";")}`);
  }
  return tsv("code\tname\tshort", lines);
}

function townshipsTsv(divisions: ReadonlyMap<string, string>): string {
  const lines: string[] = [];
  for (const [code = "", name = ""] of rows("modood-streets.csv.gz", ",")) {
    const county = code.slice(0, 6);
    if (!/(?:镇|乡|街道|苏木)$/.test(name) || name.length < 3) continue;
    if (divisions.has(county) || divisions.has(`${county.slice(0, 4)}00`)) lines.push(`${code}\t${name}`);
  }
  return tsv("code\tname", lines.sort(byText));
}

/** Last day of the month `yyyymm`, as yyyymmdd: good enough to say that a name was in use in that month. */
const monthEnd = (month: string): string => `${month}31`;

/**
 * Names and codes no longer in use: name, old code, first and last month seen in the revisions of GB/T 2260 (dates of
 * the decree where a list gives them), and today's codes.
 */
function historyTsv(divisions: ReadonlyMap<string, string>): string {
  const successors = JSON.parse(read("mumuy-code-successors.json")) as Record<string, string[]>;
  const today = (code: string, seen = new Set<string>()): string[] => {
    if (divisions.has(code)) return [code];
    if (seen.has(code)) return [];
    seen.add(code);
    return [...new Set((successors[code] ?? []).flatMap((c) => today(c, seen)))].sort(byText);
  };
  // 2020-06-05 … 沙县=>福建省 三明市 沙县区: the decree's date by province and old name.
  const decrees = new Map<string, string>();
  for (const line of read("jionlp-location-changes.tsv").split("\n").filter(Boolean)) {
    const [date = "", , province = "", , city = "", , county = ""] = line.split("\t");
    decrees.set(`${province.slice(0, 2)}${(county || city).replace(/=>.*$/, "")}`, date.replaceAll("-", ""));
  }
  const provinces = new Map([...divisions].filter(([c]) => c.endsWith("0000")).map(([c, n]) => [c.slice(0, 2), n]));
  const found = new Map<string, { name: string; code: string; from: string; until: string; now: string[] }>();
  for (const [code = "", name = "", first = "", last = ""] of rows("gb2260-name-history.tsv", "\t")) {
    if (
      divisions.get(code) === name ||
      isPseudo(code, name) ||
      /省直辖|行政单位|^(?:市辖区|县|市?郊区|城区|市区|矿区|镇区)$/.test(name)
    )
      continue;
    if (name.length < 2 || code.startsWith("71")) continue;
    const now = today(code);
    if (now.length === 0) continue;
    const key = `${name}\t${code}`;
    const from = `${first}01`;
    const province = provinces.get(code.slice(0, 2)) ?? "";
    const until = decrees.get(province.slice(0, 2) + name) ?? monthEnd(last);
    found.set(key, { name, code, from, until, now });
  }
  return tsv(
    "name\tcode\tfrom\tuntil\tnow",
    [...found.values()].map((h) => `${h.name}\t${h.code}\t${h.from}\t${h.until}\t${h.now.join(";")}`).sort(byText),
  );
}

/** The generated files: name under dictionaries → content; undefined where the lists are absent. */
export function makeDivisionFiles(): Record<string, string> | undefined {
  if (!existsSync(data)) return undefined;
  const divisions = readDivisions();
  return {
    "divisions.tsv": divisionsTsv(divisions),
    "division-history.tsv": historyTsv(divisions),
    "townships.tsv": townshipsTsv(divisions),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, content] of Object.entries(makeDivisionFiles() ?? {}))
    writeFileSync(new URL(`dictionaries/${name}`, root), content);
