/** Cuts a title into the parts between its marks and says which of them bait. */
import type { Span, Token } from "../../core/types.ts";
import type { WordTable } from "../words.ts";

export interface Segment extends Span {
  /** The mark or blank that ends it, empty for the last. */
  readonly mark: string;
  /** Words that tease instead of telling (这家, 为啥, 不用), and marks that do (！, ？, quotes). */
  readonly bait: number;
}

const MARKS = /[\s\u3000，！？：；!?,:;|丨]|——|—/u;

/** Parts of a title; quotations and brackets are kept whole. */
export function titleSegments(title: string, tokens: readonly Token[], words: WordTable): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let depth = 0;
  const end = (at: number, mark: string): void => {
    if (at > start) segments.push({ start, end: at, mark, bait: 0 });
  };
  for (let i = 0; i < title.length; i++) {
    const c = title[i]!;
    if ("“《（(【「".includes(c)) depth++;
    else if ("”》）)】」".includes(c)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && MARKS.test(c)) {
      // A blank between Latin letters or digits joins them: WS/T 303, 2023 INCLUSION.
      if (/\s/.test(c) && /[\w]/.test(title[i - 1] ?? "") && /[\w]/.test(title[i + 1] ?? "")) continue;
      end(i, c);
      start = i + 1;
    }
  }
  end(title.length, "");
  return segments.map((s) => ({ ...s, bait: baitOf(title, tokens, words, s) }));
}

function baitOf(title: string, tokens: readonly Token[], words: WordTable, segment: Segment): number {
  let bait = /[？！!?]/.test(segment.mark) ? 1 : 0;
  if (/^“.*”$/.test(title.slice(segment.start, segment.end))) bait++;
  let quoted = 0;
  for (const t of tokens) {
    if (t.start < segment.start || t.end > segment.end) continue;
    if (t.text === "“") quoted++;
    if (words.has("bait", t.text)) bait++;
  }
  const text = title.slice(segment.start, segment.end);
  if (/我[市县省区州院]|这[家座个位里件份款项场套张]|那些|怎么|为啥|如何|[了啦]$/.test(text)) bait++;
  return bait + (quoted > 0 ? 1 : 0);
}
