/** Gold articles as the writer sees them: the body without its noise, the labelled names as mentions. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Extraction, Field, Mention, Token } from "../../src/core/types.ts";
import { loadResource } from "../../src/lexicon/load.ts";
import { openBuiltIn } from "../../src/segment/built-in.ts";
import { segmentWith } from "../../src/segment/segmenter.ts";

export interface Gold {
  readonly relevant: boolean;
  /** Best first. */
  readonly topics: readonly string[];
  readonly headline: string;
  readonly summary: string | null;
  readonly nuggets: readonly (readonly string[])[];
  readonly noise: readonly string[];
  readonly regions: readonly {
    readonly code: string;
    readonly name: string;
    readonly primary: boolean;
    readonly mentions: readonly string[];
  }[];
  readonly institutions: readonly {
    readonly name: string;
    readonly type: string;
    readonly code: string | null;
    readonly mentions: readonly string[];
  }[];
  readonly terms: readonly string[];
}

export interface GoldArticle {
  readonly issue: number;
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly source: string;
  readonly publishedAt: string;
  readonly gold: Gold;
}

export const CORPUS: string = fileURLToPath(new URL("../../corpus/", import.meta.url));

/** All gold articles of a folder, by issue. */
export function readGold(folder: string = CORPUS): GoldArticle[] {
  return readdirSync(folder)
    .filter((f) => /^(?:issue|set)-\d+\.jsonl$/.test(f))
    .sort()
    .flatMap((f) =>
      readFileSync(`${folder}/${f}`, "utf8")
        .split("\n")
        .filter((l) => l.trim() !== "")
        .map((l) => ({ issue: Number(/\d+/.exec(f)![0]), ...(JSON.parse(l) as Omit<GoldArticle, "issue">) })),
    );
}

const ENTITIES: Readonly<Record<string, string>> = {
  emsp: " ",
  ensp: " ",
  nbsp: " ",
  ldquo: "“",
  rdquo: "”",
  amp: "&",
  middot: "·",
  mdash: "—",
};
const decode = (s: string): string =>
  s
    .replace(/&(?:#8203|([a-z]+));/g, (all, name: string | undefined) => (name ? (ENTITIES[name] ?? all) : ""))
    .replace(/[\u200b\ufeff]/g, "");

const segmenter = segmentWith(openBuiltIn(loadResource("base-dictionary.bin")));
export const tokenize = (text: string): Token[] => segmenter.tokenize(text);

function field(name: Field["name"], text: string): Field {
  let tokens: Token[] | undefined;
  return {
    name,
    text,
    hits: [],
    get tokens() {
      return (tokens ??= tokenize(text));
    },
  };
}

/** An extraction of plain text, with nothing found in it. */
export function plainExtraction(id: string, title: string, text: string): Extraction {
  const document = {
    id,
    status: "ok" as const,
    title,
    source: "",
    sourceGroup: "",
    url: "",
    publishedAt: "",
    language: "cmn",
    text,
    noise: [],
    notices: [],
    alignment: [],
  };
  return {
    reading: { document, title: field("title", title), text: field("text", text) },
    regions: [],
    institutions: [],
    people: [],
    terms: [],
  };
}

/** The extraction that the gold labels describe. */
export function goldExtraction(article: GoldArticle): Extraction {
  const { gold } = article;
  let content = article.content;
  for (const noise of [...gold.noise].sort((a, b) => b.length - a.length)) content = content.split(noise).join("\n");
  const text = decode(content)
    .split("\n")
    .map((l) => l.trim())
    .filter((l) => l !== "")
    .join("\n");
  const site = /[\s]*[_\-－|—][\s]*[^\s_\-－|—]*(?:网|报|在线|新闻|客户端|派|云|网）)$/u;
  const title = article.title.replace(site, "").trim();
  const plain = plainExtraction(article.id, title, text);
  const find = (surfaces: readonly string[]): Mention[] =>
    surfaces.flatMap((surface) =>
      (["title", "text"] as const).flatMap((name) => {
        const found: Mention[] = [];
        const body = name === "title" ? title : text;
        for (let i = body.indexOf(surface); i >= 0; i = body.indexOf(surface, i + surface.length))
          found.push({ field: name, start: i, end: i + surface.length, text: surface });
        return found;
      }),
    );
  return {
    ...plain,
    regions: gold.regions.map((r) => ({
      code: r.code,
      name: r.name,
      level: r.code.endsWith("0000") ? "province" : r.code.endsWith("00") ? "city" : "county",
      primary: r.primary,
      mentions: find(r.mentions),
    })),
    institutions: gold.institutions.map((i) => ({
      name: i.name,
      type: i.type as Extraction["institutions"][number]["type"],
      code: i.code,
      mentions: find(i.mentions),
    })),
    terms: gold.terms.map((name) => ({ name, category: "system" as const, mentions: find([name]) })),
  };
}
