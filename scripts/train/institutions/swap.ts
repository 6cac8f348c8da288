/** Copies of sentences with their organisations' names replaced by made-up or gazetteer ones. */
import type { Sentence } from "./corpora.ts";
import type { NameMaker } from "./names.ts";
import type { Random } from "./random.ts";

/** Share of a sentence's organisations that is replaced. */
const SWAP_SHARE = 0.7;

export function swapSentence(sentence: Sentence, names: NameMaker, random: Random): Sentence {
  let text = "";
  let from = 0;
  const spans = sentence.spans.map((s) => {
    text += sentence.text.slice(from, s.start);
    const old = sentence.text.slice(s.start, s.end);
    const name = s.label === "ORG" && random.next() < SWAP_SHARE ? names.make() : old;
    const start = text.length;
    text += name;
    from = s.end;
    return { start, end: text.length, label: s.label };
  });
  return { text: text + sentence.text.slice(from), spans };
}

export function swapped(sentences: readonly Sentence[], count: number, names: NameMaker, random: Random): Sentence[] {
  const withOrganisation = sentences.filter((s) => s.text.length <= 160 && s.spans.some((e) => e.label === "ORG"));
  if (withOrganisation.length === 0) return [];
  return Array.from({ length: count }, () => swapSentence(random.pick(withOrganisation), names, random));
}
