import type { Analysis, Bulletin } from "../core/types.ts";
import { candidatePairs } from "./candidates.ts";
import { compare, profileOf, type Story } from "./compare.ts";
import { fingerprint } from "./fingerprint.ts";

/**
 * Articles that a past bulletin already printed: article id → `issue:545#3`, the third item of the directory of 545.
 * Of several, the closest text counts, then the earlier issue.
 */
export function matchPastItems(analyses: readonly Analysis[], past: readonly Bulletin[]): Map<string, string> {
  const items = past
    .toSorted((a, b) => a.issue - b.issue)
    .flatMap((bulletin) =>
      bulletin.items.map((item, k) => ({
        name: `issue:${bulletin.issue}#${k + 1}`,
        story: {
          title: item.headline,
          text: item.content === "" ? item.summary : item.content,
          publishedAt: item.publishedAt,
          regions: item.region === "" ? [] : [{ code: item.region, primary: true }],
        } satisfies Story,
      })),
    );
  if (items.length === 0) return new Map();
  const stories: Story[] = [...items.map((i) => i.story), ...analyses];
  const fingerprints = stories.map((s) => fingerprint(s.text));
  const best = new Map<string, { containment: number; name: string }>();
  for (const { a, b } of candidatePairs(fingerprints)) {
    const item = items[a];
    const analysis = analyses[b - items.length];
    if (!item || !analysis) continue;
    const { same, containment } = compare(profileOf(item.story), profileOf(analysis));
    const known = best.get(analysis.id);
    if (same && (!known || containment > known.containment)) best.set(analysis.id, { containment, name: item.name });
  }
  return new Map([...best].map(([id, { name }]) => [id, name]));
}
