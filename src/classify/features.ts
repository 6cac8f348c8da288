import type { Institution, InstitutionType, Mention, Span } from "../core/types.ts";
import { foldUnit, isWordUnit } from "../text/fold.ts";
import { isHan } from "../text/normalize.ts";
import { CUE_CLASSES, type CueClass } from "./cues.ts";
import { longestRun } from "./runs.ts";
import type { FieldSignals, NamedThing, SentenceSignals, Signals } from "./signals.ts";

/** One named quantity of an article. */
export interface Feature {
  readonly name: string;
  readonly value: number;
  /** The words that made it; looked for when asked. */
  mentions(): readonly Mention[];
}

/** The first so many characters are the lead; a first paragraph of up to twice that counts whole. */
const LEAD_CHARS = 120;
/** A shorter text counts as this long: one sentence must not make half an article, unless the title says the same. */
const MIN_CHARS = 200;
const MIN_CHARS_TITLE_ON = 120;
/** Mentions kept with one feature: enough to show, not a copy of the article. */
const MAX_MENTIONS = 24;
/** IT words of a sentence that count to each word of health in it: a rig with a doctor on its 平台 has many, and one of health. */
const IT_TO_HEALTH = 2;
/** A word of IT belongs to one of health that ends at most so many characters before it. */
const BREATH = 8;
/** Words of a class on 100 characters at which an article is taken to be wholly of that kind. */
const WHOLLY = Object.entries({
  other: 3,
  market: 3,
  tender: 3,
  recruit: 3,
  advert: 2,
  tips: 3,
  clinical: 2,
}).map(([name, per100]) => ({
  cue: CUE_CLASSES.indexOf(name as CueClass),
  per100,
  titleName: `${name}.title`,
  bodyName: `${name}.body`,
}));

const MEDICAL: ReadonlySet<InstitutionType> = new Set(["hospital", "public-health"]);
/** Hospitals count in full where so much of the text is on the subject: a story of a hospital after a flood names many too. */
const MEDICAL_ON = 1 / 3;
const COMPANIES: ReadonlySet<InstitutionType> = new Set(["company"]);

/** Which words of a sentence a feature shows. */
type Pick = "all" | "strong" | "it" | "health" | "health and it";
const PICKED: Readonly<Record<Pick, readonly ("strong" | "it" | "health")[]>> = {
  all: ["strong", "it", "health"],
  strong: ["strong"],
  it: ["it"],
  health: ["health"],
  "health and it": ["health", "it"],
};

/** A feature of sentences. Records in place of closures: an article makes some thirty features. */
class WordFeature implements Feature {
  readonly name: string;
  readonly value: number;
  readonly #field: FieldSignals;
  readonly #among: readonly SentenceSignals[];
  readonly #pick: Pick;
  /** Of the strong things only those of a category; empty for all. */
  readonly #category: string;

  constructor(
    name: string,
    value: number,
    field: FieldSignals,
    among: readonly SentenceSignals[],
    pick: Pick,
    category = "",
  ) {
    this.name = name;
    this.value = value;
    this.#field = field;
    this.#among = among;
    this.#pick = pick;
    this.#category = category;
  }

  mentions(): readonly Mention[] {
    const mentions: Mention[] = [];
    const kinds = PICKED[this.#pick];
    for (const s of this.#among)
      for (const kind of kinds)
        for (const span of s[kind]) {
          if (mentions.length === MAX_MENTIONS) return mentions;
          if (this.#category === "" || (span as NamedThing).category === this.#category)
            mentions.push(mentionOf(this.#field, span));
        }
    return mentions;
  }
}

/** A feature of the words of a class. */
class CueFeature implements Feature {
  readonly name: string;
  readonly value: number;
  readonly #field: FieldSignals;
  readonly #cue: number;

  constructor(name: string, value: number, field: FieldSignals, cue: number) {
    this.name = name;
    this.value = value;
    this.#field = field;
    this.#cue = cue;
  }

  mentions(): readonly Mention[] {
    const mentions: Mention[] = [];
    for (const c of this.#field.cues)
      if (c.entry === this.#cue && mentions.length < MAX_MENTIONS) mentions.push(mentionOf(this.#field, c));
    return mentions;
  }
}

/** A feature of the institutions of some types. */
class InstitutionFeature implements Feature {
  readonly name: string;
  readonly value: number;
  readonly #institutions: readonly Institution[];
  readonly #types: ReadonlySet<InstitutionType>;

  constructor(name: string, value: number, institutions: readonly Institution[], types: ReadonlySet<InstitutionType>) {
    this.name = name;
    this.value = value;
    this.#institutions = institutions;
    this.#types = types;
  }

  mentions(): readonly Mention[] {
    const mentions: Mention[] = [];
    for (const i of this.#institutions)
      if (this.#types.has(i.type)) for (const m of i.mentions) if (mentions.length < MAX_MENTIONS) mentions.push(m);
    return mentions;
  }
}

function mentionOf({ field, text }: FieldSignals, { start, end }: Span): Mention {
  return { field, start, end, text: text.slice(start, end) };
}

/** How often each class of cues stands in the title and the body of the article that is being read. */
const titleCounts = new Int32Array(CUE_CLASSES.length);
const bodyCounts = new Int32Array(CUE_CLASSES.length);

function countClasses(field: FieldSignals, counts: Int32Array): void {
  counts.fill(0);
  for (const c of field.cues) counts[c.entry]!++;
}

function countNamed(sentences: readonly SentenceSignals[]): number {
  let n = 0;
  for (const s of sentences) n += s.strong.length;
  return n;
}

/** Names met so far, by place and category: an article makes several, and few are new. */
const TERM_NAMES = new Map<string, Map<string, string>>();

function termName(category: string, place: string): string {
  let names = TERM_NAMES.get(place);
  if (!names) TERM_NAMES.set(place, (names = new Map()));
  let name = names.get(category);
  if (name === undefined) names.set(category, (name = `term.${category}.${place}`));
  return name;
}

/** One feature a category of named things; together they are worth `value`. */
function addTerms(
  features: Feature[],
  place: string,
  value: number,
  field: FieldSignals,
  sentences: readonly SentenceSignals[],
): void {
  const categories: string[] = [];
  const counts: number[] = [];
  let all = 0;
  for (const s of sentences)
    for (const { category } of s.strong) {
      let at = categories.indexOf(category);
      if (at < 0) {
        at = categories.push(category) - 1;
        counts.push(0);
      }
      counts[at]!++;
      all++;
    }
  for (let k = 0; k < categories.length; k++) {
    const worth = (value * counts[k]!) / all;
    if (worth !== 0)
      features.push(new WordFeature(termName(categories[k]!, place), worth, field, sentences, "strong", categories[k]));
  }
}

/** The features of relevance; names are stable, as they stand in models and in evidence. */
export function relevanceFeatures({ title, body, subject }: Signals): Feature[] {
  const { sentences, text } = body;
  const head = title.sentences[0]!;
  const total = Math.max(head.on ? MIN_CHARS_TITLE_ON : MIN_CHARS, text.length);
  const features: Feature[] = [];
  const addWords = (
    name: string,
    value: number,
    field: FieldSignals,
    among: readonly SentenceSignals[],
    pick: Pick,
  ): void => {
    if (value !== 0) features.push(new WordFeature(name, value, field, among, pick));
  };

  const on: SentenceSignals[] = [];
  const strong: SentenceSignals[] = [];
  const health: SentenceSignals[] = [];
  const met: SentenceSignals[] = [];
  const names = new Set<string>();
  let onChars = 0;
  let strongChars = 0;
  let healthChars = 0;
  let itOn = 0;
  for (const s of sentences) {
    const length = s.end - s.start;
    if (s.on) {
      on.push(s);
      onChars += length;
      itOn += Math.min(s.it.length, IT_TO_HEALTH * (s.health.length + s.strong.length));
    }
    if (s.strong.length > 0) {
      strong.push(s);
      strongChars += length;
      for (const thing of s.strong) names.add(text.slice(thing.start, thing.end));
    }
    if (s.health.length > 0) {
      health.push(s);
      healthChars += length;
      if (meets(text, s)) met.push(s);
    }
  }
  const lead = leadOf(text, sentences);
  const leadOn = lead.filter((s) => s.on);

  addTerms(features, "title", 1, title, title.sentences);
  addWords("title.health", Math.min(1, head.health.length), title, title.sentences, "health");
  addWords("title.it", Math.min(1, head.it.length), title, title.sentences, "it");
  if (head.health.length > 0 && head.it.length > 0) addWords("title.both", 1, title, title.sentences, "health and it");
  addTerms(features, "lead", Math.min(1, countNamed(lead) / 2), body, lead);
  addWords("lead.on", Math.min(1, leadOn.length), body, leadOn, "all");
  addTerms(features, "body", Math.min(3, (countNamed(strong) * 100) / total), body, strong);
  addWords("body.on-share", onChars / total, body, on, "all");
  addWords("body.health-it-share", strongChars / total, body, strong, "strong");
  const run = longestRun(sentences);
  addWords("body.run", run.chars / total, body, run.sentences, "all");
  addWords("body.distinct", Math.log1p(names.size), body, strong, "strong");
  addWords("body.it-density", Math.min(4, (itOn * 100) / total), body, on, "it");
  addWords("body.met", Math.min(3, (met.length * 100) / total), body, met, "health and it");
  addWords("body.health-share", healthChars / total, body, health, "health");

  countClasses(title, titleCounts);
  countClasses(body, bodyCounts);
  for (const { cue, per100, titleName, bodyName } of WHOLLY) {
    if (titleCounts[cue]! > 0) features.push(new CueFeature(titleName, 1, title, cue));
    const value = Math.min(1, (bodyCounts[cue]! * 100) / total / per100);
    if (value > 0) features.push(new CueFeature(bodyName, value, body, cue));
  }

  const medical = countOf(subject.institutions, MEDICAL);
  const companies = countOf(subject.institutions, COMPANIES);
  let bodies = 0;
  for (const i of subject.institutions) bodies += i.mentions.length;
  const add = (name: string, value: number, types: ReadonlySet<InstitutionType>): void => {
    if (value !== 0) features.push(new InstitutionFeature(name, value, subject.institutions, types));
  };
  const heard = Math.min(1, onChars / total / MEDICAL_ON);
  add("institution.medical", Math.min(1, medical / 4) * heard, MEDICAL);
  add("institution.company", companies / Math.max(1, bodies), COMPANIES);
  return features;
}

/** Whether a word of IT follows one of health in one breath: 藏药制剂追溯平台, 医院里装了系统; no sign between. */
function meets(text: string, { health, it }: SentenceSignals): boolean {
  let next = 0;
  for (const { start } of it) {
    while (next < health.length && health[next]!.end <= start) next++;
    const end = next > 0 ? health[next - 1]!.end : Number.NEGATIVE_INFINITY;
    if (start - end <= BREATH && isRun(text, end, start)) return true;
  }
  return false;
}

/** Whether only Han signs, letters and digits stand there. */
function isRun(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (!isHan(unit) && !isWordUnit(foldUnit(unit))) return false;
  }
  return true;
}

function countOf(institutions: readonly Institution[], types: ReadonlySet<InstitutionType>): number {
  let n = 0;
  for (const i of institutions) if (types.has(i.type)) n += i.mentions.length;
  return n;
}

function leadOf(text: string, sentences: readonly SentenceSignals[]): SentenceSignals[] {
  const firstBreak = text.indexOf("\n");
  const end = Math.max(LEAD_CHARS, Math.min(firstBreak < 0 ? text.length : firstBreak, LEAD_CHARS * 2));
  return sentences.filter((s) => s.start < end);
}
