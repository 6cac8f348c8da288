/** Lines that could head an article: the title and its parts, and clauses of the body cut short. */
import type { Token } from "../../core/types.ts";
import { lengthOf } from "../../text/length.ts";
import type { Clause } from "../clauses.ts";
import { resolveHead } from "../resolve.ts";
import type { Lexis } from "./lexis.ts";
import { placeName } from "./names.ts";

/** A stretch of a headline with the words in it. */
export interface Part {
  readonly text: string;
  readonly keys: readonly string[];
  /** How the clause was cut short. */
  readonly trim: Trim;
}

export type Trim = "none" | "dateless" | "headed" | "listed" | "named" | "headless" | "event";

export interface Candidate {
  readonly text: string;
  readonly keys: readonly string[];
  readonly origin: "title" | "segments" | "clause" | "document";
  /** Bait in the parts of the title that it uses. */
  readonly bait: number;
  readonly placed: boolean;
  /** Clause of the second part, -1 where there is none. */
  readonly second: number;
  /** Names the primary region. */
  readonly place: boolean;
  readonly trim: Trim;
  /** Clause that it stems from, -1 for the title. */
  readonly clause: number;
}

const WORD = /[\p{L}\p{N}]/u;
const partOf = (text: string, tokens: readonly Token[]): Part => ({
  text,
  trim: "none",
  keys: tokens.filter((t) => WORD.test(t.text)).map((t) => t.text),
});

/** All candidates of at most `max` characters, without repetition. */
export function headlineCandidates(lexis: Lexis, p: Float64Array, max: number): Candidate[] {
  const { draft, segments } = lexis;
  const { title } = draft.extraction.reading;
  const place = placeName(draft.extraction);
  const hospital = leadHospital(lexis);
  const found = new Map<string, Candidate>();
  const add = (c: Candidate): void => {
    const text = c.text.replace(/[，。；：、\s]+$/u, "");
    const length = lengthOf(text);
    if (/[！？!?]|我[市县省区州院]/u.test(text)) return;
    if (length < 6 || length > max || found.has(text)) return;
    found.set(text, { ...c, text, place: place !== "" && text.includes(place) });
  };
  const expect = (keys: readonly string[]): number => {
    const seen = new Set<string>();
    let sum = 0;
    for (const k of keys) {
      if (seen.has(k)) continue;
      seen.add(k);
      const id = lexis.ids.get(k);
      if (id !== undefined) sum += p[id]! * k.length;
    }
    return sum;
  };
  const value = (c: { text: string; keys: readonly string[] }): number => (2 * expect(c.keys)) / (c.text.length + 26);

  const telling = tells(lexis);
  const named = namedSegment(lexis, place);
  const mains: Candidate[] = [];
  // The title and its parts.
  for (let i = 0; i < segments.length; i++)
    for (let j = i; j < segments.length; j++) {
      const start = segments[i]!.start;
      const end = segments[j]!.end;
      const text = title.text.slice(start, end);
      const tokens = title.tokens.filter((t) => t.start >= start && t.end <= end);
      let bait = 0;
      for (let k = i; k <= j; k++) bait += segments[k]!.bait;
      const whole = i === 0 && j === segments.length - 1;
      // 码头上拍CT、船上做超声 东兴5G巡诊车开到渔家门口: the first half only paints; the event has the name in it.
      if (i < named && j >= named && !telling) continue;
      const base: Candidate = {
        ...partOf(text, tokens),
        origin: whole ? "title" : "segments",
        bait,
        placed: false,
        second: -1,
        place: false,
        clause: -1,
      };
      mains.push(base);
      for (const named of nameInTitle(text, tokens, place, hospital)) mains.push({ ...base, ...named, placed: true });
      if (
        place !== "" &&
        !text.includes(place) &&
        !located(lexis, start, end) &&
        !SELF.test(text) &&
        placeable(place, text) &&
        /^(?:n|m|j|eng|x|b|v|a)/.test(tokens[0]?.pos ?? "")
      )
        mains.push({ ...base, text: `${place}${text}`, keys: [place, ...base.keys], placed: true });
      // A short head (三明：) and a later part.
      const head = segments[0]!;
      if (i > 1 && head.end - head.start <= 5 && head.bait === 0) {
        const first = title.text.slice(head.start, head.end);
        const keys = title.tokens.filter((t) => t.end <= head.end).map((t) => t.text);
        mains.push({ ...base, text: `${first}${text}`, keys: [...keys, ...base.keys], placed: true });
      }
    }
  // Clauses of the body.
  const { clauses } = draft.prose;
  const usable = clauses.filter(
    (c) => (c.kind === "full" || c.kind === "bare" || c.kind === "linked") && !c.needsNext && !c.anecdote,
  );
  const trimmed = new Map<number, Part[]>();
  const partsOf = (c: Clause): Part[] => {
    let parts = trimmed.get(c.index);
    if (!parts) trimmed.set(c.index, (parts = trimClause(lexis, c)));
    return parts;
  };
  const clauseMains: Candidate[] = [];
  for (const c of usable) {
    if (c.kind !== "full" && c.order > 0) continue;
    for (const part of partsOf(c)) {
      if (
        part.trim === "headless" ||
        part.text.length > max ||
        SELF.test(part.text) ||
        /^[在从自对把以]/.test(part.text)
      )
        continue;
      const base: Candidate = {
        ...part,
        origin: "clause",
        bait: 0,
        placed: false,
        second: -1,
        place: false,
        clause: c.index,
      };
      clauseMains.push(base);
      if (
        place !== "" &&
        !part.text.includes(place) &&
        !SELF.test(part.text) &&
        placeable(place, part.text) &&
        !/^[在从自对把为以经由]/.test(part.text)
      )
        clauseMains.push({ ...base, text: `${place}${part.text}`, keys: [place, ...part.keys], placed: true });
    }
  }
  const ranked = clauseMains.map((main) => ({ main, value: value(main) }));
  ranked.sort((a, b) => b.value - a.value || (a.main.text < b.main.text ? -1 : 1));
  for (const { main } of ranked.slice(0, 24)) mains.push(main);
  // What may stand second: a clause with a figure or an action.
  const seconds: { part: Part; clause: number; value: number }[] = [];
  for (const c of usable) {
    if (!draft.factsOf[c.index]!.some((f) => draft.facts[f]!.kind === "figure")) continue;
    for (const part of partsOf(c))
      if (
        part.text.length <= 20 &&
        part.text.length >= 5 &&
        part.trim !== "named" &&
        !SELF.test(part.text) &&
        !BARE.test(part.text)
      )
        seconds.push({ part, clause: c.index, value: value(part) });
  }
  seconds.sort((a, b) => b.value - a.value || (a.part.text < b.part.text ? -1 : 1));
  const best = seconds.slice(0, 8).map((s) => ({ ...s, figures: figuresOf(s.part.text) }));
  for (const main of mains) {
    add(main);
    if (main.origin === "title" && main.bait === 0) continue;
    if (/[！？!?]/.test(main.text)) continue;
    for (const { part, clause, figures } of best) {
      // 仙居 + 去年服务1.4万人次: whose the figure is, only a subject says.
      if (main.text === place && (clauses[clause]!.kind !== "full" || !placeable(place, part.text))) continue;
      if (clause <= main.clause || main.text.includes(part.text) || repeats(main.text, part.text, figures)) continue;
      add({
        ...main,
        text: `${main.text.replace(/[！？。，\s]+$/u, "")}${main.text === place ? "" : "，"}${part.text}`,
        keys: [...main.keys, ...part.keys],
        second: clause,
      });
    }
  }
  for (const c of documentLines(lexis)) add(c);
  return [...found.values()];
}

/** A second part opens on no bare thing: the reader would ask whose. */
const BARE = /^(?:是|为|将|就|仅|可以|由|把|该|其|这|此|平台|系统|医院|项目|大会|论坛|通知|方案|规划|《)/u;
const figuresOf = (text: string): string[] => (text.match(/\d[\d.]*/g) ?? []).filter((n) => n.length > 1);
/** Whether both name the same figure (one of `figures`, those of `b`) or start alike. */
const repeats = (a: string, b: string, figures: readonly string[]): boolean =>
  a.startsWith(b.slice(0, 4)) || figures.some((n) => a.includes(n));

const SELF = /该[局委馆校司]|我[市县省区州院]|该[市县省区州院]|本[市县院]|这[家座个]/u;

/** Whether the place may stand before it: 敦煌 does not own a 省级平台, nor 郑州 a document of 河南省. */
const placeable = (place: string, text: string): boolean =>
  !/^(?:全?[省国]|自治区|国家|全区|这|那|该|其|站|坐|走|医院|论坛|大会|平台|系统|项目|[一二三四五六两])|《/u.test(
    text,
  ) && !text.startsWith(place.slice(0, 2));

/** Index of the first part of a title that names the place, an institution or a system, 0 where the first does. */
function namedSegment(lexis: Lexis, place: string): number {
  const { draft, segments } = lexis;
  const { title } = draft.extraction.reading;
  const { regions, institutions } = draft.extraction;
  const found = segments.findIndex(
    (s) =>
      (place !== "" && title.text.slice(s.start, s.end).includes(place)) ||
      [...regions, ...institutions].some((x) =>
        x.mentions.some((m) => m.field === "title" && m.start >= s.start && m.end <= s.end),
      ),
  );
  return Math.max(0, found);
}

/** Whether a region is named in this stretch of the title, or an institution heads it. */
function located(lexis: Lexis, start: number, end: number): boolean {
  const { regions, institutions } = lexis.draft.extraction;
  return (
    regions.some((r) => r.mentions.some((m) => m.field === "title" && m.start >= start && m.end <= end)) ||
    institutions.some((x) => x.mentions.some((m) => m.field === "title" && m.start >= start && m.end <= end))
  );
}

/** Whether the title says who or where, and what was done, and does not bait. */
export function tells(lexis: Lexis): boolean {
  const { draft, segments } = lexis;
  const { title } = draft.extraction.reading;
  if (title.text.length < 12 || segments.some((s) => s.bait > 0)) return false;
  if (!title.tokens.some((t) => draft.words.has("launch", t.text))) return false;
  const { regions, institutions } = draft.extraction;
  return (
    [...regions, ...institutions].some((x) => x.mentions.some((m) => m.field === "title")) || /部门/.test(title.text)
  );
}

/** The hospital that the article is about: the one named first and most; empty where there is none. */
function leadHospital(lexis: Lexis): string {
  let best = "";
  let most = 0;
  for (const i of lexis.draft.extraction.institutions) {
    if (i.type !== "hospital" || /(?:院区|分院|[东南西北]区|本部)$/u.test(i.name)) continue;
    const longest = i.mentions.reduce((a, m) => (m.text.length > a.length ? m.text : a), "");
    const score = i.mentions.length + (i.mentions.some((m) => m.start < 120 || m.field === "title") ? 2 : 0);
    if (score > most) [best, most] = [longest, score];
  }
  return best;
}

/** A title's part with 我市, 这座城市, 这家医院 named. */
function nameInTitle(
  text: string,
  tokens: readonly Token[],
  place: string,
  hospital: string,
): { text: string; keys: string[] }[] {
  const out: { text: string; keys: string[] }[] = [];
  const write = (pattern: RegExp, name: string): void => {
    if (name === "" || !pattern.test(text)) return;
    const cut = pattern.exec(text)![0].length;
    const keys = tokens.filter((t) => WORD.test(t.text) && t.start - tokens[0]!.start >= cut).map((t) => t.text);
    out.push({ text: name + text.slice(cut), keys: [name, ...keys] });
  };
  write(/^.{0,3}?(?:我[市县省区州]|这[座个][城市县区]+)的?/u, place);
  write(/^.{0,6}?(?:这家|我市这家|我市一家|这所)[^，。！？]{0,2}医院|^我院/u, hospital);
  return out;
}

const ADVERB = /^(?:已|已经|日前|近日|正式|陆续|同步|顺利|成功|共|均|先后|目前|昨日|进一步|其中|则|也|还|并|再)$/;

/** A clause as it stands, and cut: dates, adverbs, a leading modifier, a list before 等N家, a bare subject named. */
function trimClause(lexis: Lexis, clause: Clause): Part[] {
  const { draft } = lexis;
  const { text, tokens } = draft.prose;
  const own = tokens.slice(clause.firstToken, clause.endToken).filter((t) => t.end <= clause.end);
  const drop = new Uint8Array(own.length);
  const write = (trim: Trim, mask: Uint8Array, prefix?: { text: string; keys: string[]; from: number }): Part => {
    let out = prefix?.text ?? "";
    const keys = [...(prefix?.keys ?? [])];
    for (const [i, t] of own.entries()) {
      if (mask[i] || (prefix && t.start < prefix.from)) continue;
      out += t.text;
      if (WORD.test(t.text)) keys.push(t.text);
    }
    return { text: out.replace(/^[，、的并]+/u, ""), keys, trim };
  };
  const parts: Part[] = [write("none", drop)];
  // Brackets, adverbs and dates off.
  const light = drop.slice();
  let depth = 0;
  for (const [i, t] of own.entries()) {
    if (/^[（(]$/.test(t.text)) depth++;
    if (depth > 0 || ADVERB.test(t.text)) light[i] = 1;
    if (/^[）)]$/.test(t.text)) depth = Math.max(0, depth - 1);
  }
  const dateless = light.slice();
  for (const f of draft.factsOf[clause.index]!) {
    const fact = draft.facts[f]!;
    if (fact.kind !== "date") continue;
    for (const [i, t] of own.entries()) if (t.start >= fact.start && t.end <= fact.end) dateless[i] = 1;
  }
  for (const [i, t] of own.entries())
    if (dateless[i + 1] && /^(?:自|从|于|截至|到|在)$/.test(t.text) && !light[i + 1]) {
      dateless[i] = 1;
      if (own[i + 2]?.text === "起") dateless[i + 2] = 1;
    } else if (t.pos === "t" && i < 3) dateless[i] = 1;
  parts.push(write("dateless", dateless));
  // A modifier before the subject's head: 历时两年建设的宜昌市…平台.
  const firstVerb = clause.subject ? own.findIndex((t) => t.start >= clause.subject!.end) : -1;
  const de = own.findIndex((t) => t.text === "的");
  if (de > 0 && firstVerb > de + 1) {
    const headed = dateless.slice();
    headed.fill(1, 0, de + 1);
    parts.push(write("headed", headed));
  }
  // A list before 等 and a figure.
  const deng = own.findIndex((t, i) => t.text === "等" && /^m/.test(own[i + 1]?.pos ?? ""));
  const comma = own.findIndex((t) => t.text === "、");
  if (deng > comma && comma > 0) {
    let start = comma - 1;
    while (start > 0 && /^(?:n|eng|j|b|s|f|m|q|vn|x)/.test(own[start - 1]!.pos) && own[start - 1]!.text !== "的")
      start--;
    const listed = dateless.slice();
    listed.fill(1, start, deng + 1);
    parts.push(write("listed", listed));
  }
  const local = own.findIndex((t) => /^全[市县区州省旗]$/.test(t.text));
  if (local >= 0) {
    const placeless = dateless.slice();
    placeless[local] = 1;
    parts.push(write("dateless", placeless));
  }
  const name = subjectName(lexis, clause);
  if (name)
    for (const mask of [light, dateless]) {
      parts.push(write("named", mask, { text: name.text, keys: name.keys, from: name.from }));
      parts.push(write("headless", mask, { text: "", keys: [], from: name.from }));
    }
  const event = EVENT.exec(text.slice(clause.core, clause.end));
  const place = placeName(draft.extraction);
  if (event && place !== "") {
    const title = event[1]!.replace(/^.*的(?=.{4})/u, "").replace(/^第.{1,3}届/u, "");
    const keys = own.filter((t) => title.includes(t.text) && WORD.test(t.text)).map((t) => t.text);
    if (!/[，。“”]/.test(title))
      parts.push({ text: `${title}在${place}${event[2]}`, keys: [...keys, "在", place, event[2]!], trim: "event" });
  }
  return parts.filter((part, i) => part.text.length >= 4 && parts.findIndex((q) => q.text === part.text) === i);
}

/** A meeting that is held: its name, and 举行 or its like. */
const EVENT =
  /([^，。；]{4,40}?(?:大会|论坛|峰会|年会|博览会|研讨会|交流会|推进会|大赛|展览会))[^，。；]{0,30}?(举行|召开|开幕|举办|闭幕|落幕)/u;

/** The name that the headline puts for the clause's subject where the clause prints a short or bare one. */
function subjectName(lexis: Lexis, clause: Clause): { text: string; keys: string[]; from: number } | null {
  const { draft } = lexis;
  const { tokens } = draft.prose;
  const place = placeName(draft.extraction);
  const institutionAt = (start: number, end: number): string | null => {
    for (const i of draft.extraction.institutions)
      if (i.mentions.some((m) => m.field === "text" && m.start === start && m.end === end)) {
        const surfaces = i.mentions.map((m) => m.text).filter((s) => s.length <= 16);
        const full = surfaces.filter((s) => !/^[市县区州省]/.test(s)).sort((a, b) => b.length - a.length)[0];
        if (full) return full;
        const short = surfaces[0];
        const level = draft.extraction.regions.find((r) => r.primary)?.name.at(-1) ?? "-";
        return short?.startsWith(level) && place !== "" ? `${place.replace(/[市县区州]$/u, "")}${short}` : null;
      }
    return null;
  };
  const spell = (start: number, end: number): { text: string; keys: string[] } => {
    const text = institutionAt(start, end) ?? draft.prose.text.slice(start, end);
    return { text, keys: tokens.filter((t) => t.start >= start && t.end <= end).map((t) => t.text) };
  };
  const own = draft.facts.find((f) => f.kind === "institution" && f.start === clause.core);
  if (own) {
    const spelled = spell(own.start, own.end);
    return spelled.text === draft.prose.text.slice(own.start, own.end) ? null : { ...spelled, from: own.end };
  }
  const resolved = resolveHead(draft, clause);
  return resolved && { ...spell(resolved.name.start, resolved.name.end), from: resolved.cut.end };
}

/** 三部门印发《…》: who issued which document. */
function documentLines(lexis: Lexis): Candidate[] {
  const { draft } = lexis;
  const { text } = draft.prose;
  const lines: Candidate[] = [];
  const m = /(印发|发布|出台|公布)[^，。《]{0,8}《([^》]{4,40})》/u.exec(text.slice(0, 400));
  if (!m) return lines;
  const name = m[2]!.replace(/[（(].*$/u, "").replace(/^关于(?:印发)?/u, "");
  const clause = draft.prose.clauses.find((c) => m.index >= c.start && m.index < c.end);
  if (!clause) return lines;
  const title = draft.extraction.reading.document.title;
  const before = text.slice(clause.core, m.index);
  const several = /[一二三四五六七八九十两](?:部门|部委)/u.exec(title)?.[0] ?? "";
  const issuers = [
    several,
    before.replace(/(?:日前|近日|联合|正式|办公厅|于|在官网|通告|通知)+/gu, ""),
    placeName(draft.extraction),
  ];
  const keysOf = (s: string): string[] => {
    const at = text.indexOf(s);
    return at < 0 ? [s] : draft.prose.tokens.filter((t) => t.start >= at && t.end <= at + s.length).map((t) => t.text);
  };
  for (const who of issuers) {
    if (who === "" || who.length > 16 || /[、，]/.test(who)) continue;
    const own = placeName(draft.extraction);
    const bare = who === own && name.startsWith(own) ? name.slice(own.length).replace(/^[省市县区]/u, "") : name;
    for (const body of [bare, `《${bare}》`])
      lines.push({
        text: `${who}${m[1]}${body}`,
        keys: [...keysOf(who), m[1]!, ...keysOf(name)],
        origin: "document",
        bait: 0,
        placed: true,
        second: -1,
        place: false,
        clause: clause.index,
        trim: "none",
      });
  }
  return lines;
}
