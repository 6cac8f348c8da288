/** Place names for the gazetteer flags, and a maker of institution names for the entity swap. */
import { readFileSync } from "node:fs";
import { readLines } from "./corpora.ts";
import type { Random } from "./random.ts";

interface Division {
  readonly level: number;
  readonly name: string;
  readonly short: string;
}

const repository = new URL("../../../", import.meta.url);

/** Rows of a committed dictionary, as records by column. */
export function readDictionary(name: string): Record<string, string>[] {
  const [head, ...rows] = readFileSync(new URL(`dictionaries/${name}`, repository), "utf8")
    .trimEnd()
    .split("\n");
  const columns = head!.split("\t");
  return rows.map((row) => Object.fromEntries(row.split("\t").map((cell, i) => [columns[i]!, cell])));
}

const pseudo = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划|.*直辖.*)$/;

export function readDivisions(): Division[] {
  return readLines("data/divisions/jionlp-china-location.to-town.tsv.gz")
    .slice(1)
    .map((line) => {
      const [level, , name, short] = line.split("\t") as [string, string, string, string];
      return { level: Number(level), name, short: short ?? "" };
    })
    .filter((d) => d.name !== "" && !pseudo.test(d.name));
}

const nation = "回族|壮族|藏族|维吾尔|蒙古族|苗族|彝族|土家族|布依族|侗族|瑶族|白族|哈尼族|傣族|朝鲜族|满族";
const tail = new RegExp(
  `(?:(?:${nation})+)?(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|矿区|新区|省|市|盟|县|区|旗)$`,
);

const JIEBA = "node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8";

/** Names by flag class: full divisions (with former ones), short ones, towns, other places, institution suffixes. */
export function gazetteerNames(): string[][] {
  const divisions = readDivisions();
  const full = new Set(divisions.filter((d) => d.level <= 3).map((d) => d.name));
  for (const line of readLines("data/divisions/gb2260-name-history.tsv").slice(1)) full.add(line.split("\t")[1]!);
  for (const name of full) if (pseudo.test(name) || name.length < 2) full.delete(name);
  const short = new Set<string>();
  for (const d of divisions) if (d.level <= 3 && d.short.length >= 2) short.add(d.short);
  for (const name of full) {
    const cut = name.replace(tail, "");
    if (cut.length >= 2 && cut !== name) short.add(cut);
  }
  for (const name of full) short.delete(name);
  const towns = new Set(divisions.filter((d) => d.level === 4 && /[镇乡道]$/.test(d.name)).map((d) => d.name));
  const known = new Set([...full, ...short, ...towns]);
  const places = new Set<string>();
  for (const line of readLines("data/lexicons/THUOCL_diming.txt")) {
    const [word, frequency] = line.split("\t").map((x) => x.trim()) as [string, string];
    if (word.length >= 2 && word.length <= 6 && Number(frequency) >= 60 && !known.has(word)) places.add(word);
  }
  // Foreign places stand there too; what is counted less often is spelled in many ways, or is no place.
  for (const line of readFileSync(new URL(JIEBA, repository), "utf8").split("\n")) {
    const [word, count, tag] = line.trim().split(" ") as [string, string, string];
    if (tag === "ns" && word.length >= 2 && word.length <= 8 && Number(count) >= 10 && !known.has(word))
      places.add(word);
  }
  const suffixes = readDictionary("tagger-suffixes.tsv").map((row) => row.surface!);
  for (const s of suffixes) places.delete(s);
  return [full, short, towns, places, suffixes].map((list) => [...list].sort());
}

const ordinals = ["第一", "第二", "第三", "第四", "第五"];
const agencies =
  "卫生健康委员会 卫生健康委 卫健委 卫生健康局 卫健局 医疗保障局 医保局 疾病预防控制中心 疾控中心 中医药管理局 发展和改革委员会 发改委 财政局 人力资源和社会保障局 人社局 工业和信息化局 工信局 大数据管理局 大数据发展管理局 市场监督管理局 市场监管局 药品监督管理局 公安局 民政局 教育局 科技局 网信办 政府 人民政府 人民政府办公室 政务服务数据管理局 农业农村局 红十字会 急救中心 中心血站 统计信息中心".split(
    " ",
  );
const ministries =
  "国家卫生健康委 国家卫生健康委员会 国家卫健委 国家医保局 国家医疗保障局 国家中医药管理局 国家疾控局 国家药监局 国家数据局 国家发展改革委 工业和信息化部 国家网信办".split(
    " ",
  );
const offices =
  "规划发展与信息化司 医政司 基层卫生健康司 统计信息中心 办公厅 法规司 疾病预防控制局 人口监测与家庭发展司 体制改革司 医药管理司 科技司 卫生应急办公室".split(
    " ",
  );
const labs = "重点实验室 工程研究中心 临床医学研究中心 联合实验室 创新中心 协同创新中心".split(" ");
const fields =
  "医学人工智能 健康医疗大数据 智慧医疗 数字医学 医学影像 中医药信息 心血管病 肿瘤 呼吸疾病 远程医疗 医疗机器人 互联网医疗".split(
    " ",
  );
const alliances = "联盟 产业联盟 专科联盟 协会 学会 信息化专业委员会 产业技术创新联盟 协作组".split(" ");
const brands =
  "康 卫 健 医 智 创 和 安 瑞 信 达 源 华 中 联 东 方 海 天 新 讯 云 博 泰 宁 嘉 恒 思 易 普 捷 美 数 慧".split(" ");
const companyTails =
  "科技股份有限公司 信息技术有限公司 软件股份有限公司 健康科技有限公司 医疗科技有限公司 信息产业股份有限公司 数字科技有限公司 科技 健康 信息 医疗 软件 集团 药业 生物".split(
    " ",
  );
const hospitals =
  "人民医院 中心医院 中医院 中医医院 妇幼保健院 儿童医院 肿瘤医院 第一人民医院 第二人民医院 第三人民医院 第一医院 第二医院 口腔医院 精神卫生中心 中西医结合医院 市立医院 传染病医院 眼科医院 胸科医院".split(
    " ",
  );
const branches = "东院区 西院区 南院 北院区 本部院区 东区 新院区 分院".split(" ");

/** Makes institution names as health news prints them. */
export class NameMaker {
  readonly #random: Random;
  readonly #upper: Division[];
  readonly #counties: Division[];
  readonly #towns: string[];
  readonly #hospitals: string[];
  readonly #universities: string[];
  readonly #organisations: string[];
  readonly #companies: string[];

  constructor(random: Random) {
    this.#random = random;
    const divisions = readDivisions();
    this.#upper = divisions.filter((d) => d.level <= 2);
    this.#counties = divisions.filter((d) => d.level === 3);
    this.#towns = divisions.filter((d) => d.level === 4 && /[镇乡]$/.test(d.name)).map((d) => d.name);
    this.#hospitals = readLines("data/gazetteer-hospitals/hospitals.tsv")
      .slice(1)
      .map((line) => line.split("\t")[0]!.replace(/[(（].*$/, ""))
      .filter((name) => name.length >= 4 && name.length <= 20);
    this.#universities = readLines("data/gazetteer-institutions/universities.tsv")
      .slice(1)
      .map((line) => line.split("\t")[0]!);
    const named = readLines("data/gazetteer-institutions/hanlp-org-names.tsv").map((line) => line.split("\t"));
    this.#organisations = named.filter((r) => r[1] === "nto" && r[0]!.length >= 4).map((r) => r[0]!);
    this.#companies = named.filter((r) => r[1]!.startsWith("ntc") && r[0]!.length >= 3).map((r) => r[0]!);
  }

  #place(): string {
    const r = this.#random;
    const d = r.next() < 0.45 ? r.pick(this.#upper) : r.pick(this.#counties);
    const roll = r.next();
    if (roll < 0.3 && d.short) return d.short;
    if (roll < 0.4) return r.pick(this.#upper).name + r.pick(this.#counties).name;
    return d.name;
  }

  #short(): string {
    const d = this.#random.pick(this.#upper);
    return d.short || d.name;
  }

  #company(): string {
    const r = this.#random;
    if (r.next() < 0.35) return r.pick(this.#companies);
    const brand = r.pick(brands) + r.pick(brands) + (r.next() < 0.3 ? r.pick(brands) : "");
    const name = brand + r.pick(companyTails);
    return name.endsWith("公司") && r.next() < 0.7 ? this.#short() + name : name;
  }

  make(): string {
    const r = this.#random;
    const roll = r.next();
    if (roll < 0.12) return r.pick(this.#hospitals);
    if (roll < 0.24) return this.#place() + r.pick(hospitals) + (r.next() < 0.12 ? r.pick(branches) : "");
    if (roll < 0.3) return r.pick(["省", "市", "县", "区", "市", "县"]) + r.pick([...hospitals, ...agencies]);
    if (roll < 0.5) return this.#place() + r.pick(agencies);
    if (roll < 0.56) return r.pick(ministries) + (r.next() < 0.4 ? r.pick(offices) : "");
    if (roll < 0.68) return this.#company();
    if (roll < 0.76)
      return (
        r.pick(this.#universities) +
        r.pick(["附属医院", `附属${r.pick(ordinals)}医院`, `${r.pick(ordinals)}医院`, `附属${r.pick(hospitals)}`])
      );
    if (roll < 0.81)
      return (
        r.pick(this.#universities) + (r.next() < 0.3 ? r.pick(["公共卫生学院", "医学院", "研究院", "计算机学院"]) : "")
      );
    if (roll < 0.85) return r.pick(["中国", "中华", this.#short()]) + r.pick(fields) + r.pick(alliances);
    if (roll < 0.88) return r.pick(["", this.#short(), "国家"]) + r.pick(fields) + r.pick(labs);
    if (roll < 0.95)
      return (
        (r.next() < 0.5 ? r.pick(this.#counties).name : "") +
        r.pick(this.#towns) +
        r.pick(["卫生院", "中心卫生院", "卫生院", "社区卫生服务中心", "政府"])
      );
    return r.pick(this.#organisations);
  }
}
