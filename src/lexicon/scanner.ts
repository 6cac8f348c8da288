/** The one multi-pattern matcher: in one pass over a text it finds lexicon terms, division names, cues, user words. */
import type { Hit, PatternKind } from "../core/types.ts";
import { foldUnit, isWordUnit } from "../text/fold.ts";

/** A surface to find, and what it stands for: `entry` is an index into that kind's table. */
export interface Pattern {
  readonly surface: string;
  readonly kind: PatternKind;
  readonly entry: number;
}

interface Node {
  readonly next: Map<number, Node>;
  patterns: Pattern[] | undefined;
}

export class Scanner {
  readonly #root: Node = { next: new Map(), patterns: undefined };

  /** Surfaces are matched without regard to case and width; several patterns may share one surface. */
  constructor(patterns: Iterable<Pattern>) {
    for (const pattern of patterns) {
      let node = this.#root;
      for (let i = 0; i < pattern.surface.length; i++) {
        const c = foldUnit(pattern.surface.charCodeAt(i));
        let next = node.next.get(c);
        if (!next) node.next.set(c, (next = { next: new Map(), patterns: undefined }));
        node = next;
      }
      (node.patterns ??= []).push(pattern);
    }
  }

  /**
   * All matches, overlaps included, by start, then longest first, then in the order in which patterns were given.
   * No match begins or ends inside a run of Latin letters or digits (DRG is not found in DRGs).
   */
  scan(text: string): Hit[] {
    const hits: Hit[] = [];
    for (let start = 0; start < text.length; start++) {
      const first = foldUnit(text.charCodeAt(start));
      if (isWordUnit(first) && start > 0 && isWordUnit(foldUnit(text.charCodeAt(start - 1)))) continue;
      let node = this.#root.next.get(first);
      const found: Hit[] = [];
      for (let end = start + 1; node; end++) {
        const next: number = end < text.length ? foldUnit(text.charCodeAt(end)) : 0;
        if (node.patterns && !(isWordUnit(next) && isWordUnit(foldUnit(text.charCodeAt(end - 1)))))
          found.unshift(...node.patterns.map((p) => ({ start, end, kind: p.kind, entry: p.entry })));
        if (end >= text.length) break;
        node = node.next.get(next);
      }
      hits.push(...found);
    }
    return hits;
  }
}
