/** Reprints made from an article, as outlets make them. */

export interface Version {
  readonly title: string;
  readonly text: string;
}

const paragraphsOf = (text: string): string[] => text.split("\n").filter((p) => p !== "");
const sentencesOf = (text: string): string[] => text.match(/[^。！？]+[。！？]?/g) ?? [];

/** Keeps the first three fifths of the sentences. */
const cut = ({ title, text }: Version): Version => {
  const all = sentencesOf(text);
  return { title, text: all.slice(0, Math.ceil(all.length * 0.6)).join("") };
};

/** Keeps every other paragraph's first sentences and the end. */
const excerpt = ({ title, text }: Version): Version => ({
  title,
  text: paragraphsOf(text)
    .map((p, i) => (i % 2 === 0 ? p : sentencesOf(p).slice(0, 1).join("")))
    .join("\n"),
});

/** A new headline, and a lead in other words. */
const reheaded = ({ title, text }: Version): Version => {
  const [first = "", ...rest] = sentencesOf(text);
  const lead = first.length > 30 ? `${first.slice(-12).replace(/[。！？]$/, "")}，这是记者近日了解到的情况。` : first;
  return { title: `关注：${title.slice(-8)}背后的故事`, text: [lead, ...rest].join("") };
};

/** Paragraphs back to front in pairs. */
const reordered = ({ title, text }: Version): Version => {
  const all = paragraphsOf(text);
  const half = all.length >> 1;
  return { title, text: [...all.slice(half), ...all.slice(0, half)].join("\n") };
};

const VAGUE = ["多", "数", "若干", "不少", "近百", "上千", "几", "大量"];

/** Numbers made vague. */
const figureless = ({ title, text }: Version): Version => {
  const vague = (s: string): string =>
    s.replace(/[\d０-９][\d.,０-９]*[%‰]?/g, (n, at: number) => VAGUE[(n.length * 3 + at) % VAGUE.length]!);
  return { title: vague(title), text: vague(text) };
};

/** Numbers in full-width signs, quotes and blanks otherwise. */
const reset = ({ title, text }: Version): Version => ({
  title: title.replace(/“|”/g, '"'),
  text: text
    .replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
    .replace(/“|”/g, '"')
    .replace(/，/g, ", "),
});

/** All at once: a new head, fewer sentences, another order, vague numbers. */
const all = (v: Version): Version => figureless(reordered(excerpt(reheaded(v))));

export const VARIANTS: Readonly<Record<string, (v: Version) => Version>> = {
  cut,
  excerpt,
  reheaded,
  reordered,
  figureless,
  reset,
  all,
};
