import type { Analysis } from "../../core/types.ts";
import { chooseRepresentative, clusterReprints } from "../../dedupe/index.ts";
import { reviewRows, writeReview } from "../../io/review-csv.ts";
import { analyses, exitCode } from "../analysis.ts";
import type { Invocation } from "../arguments.ts";
import { openResult, Problems } from "../session.ts";

/** What each reprint of a pool reprints. */
function reprints(pool: readonly Analysis[]): Map<string, string> {
  const byId = new Map(pool.map((a) => [a.id, a]));
  const of = new Map<string, string>();
  for (const { members } of clusterReprints(pool.filter((a) => a.status === "ok"))) {
    if (members.length < 2) continue;
    const { representative } = chooseRepresentative(members.map((id) => byId.get(id)!));
    for (const id of members) if (id !== representative) of.set(id, representative);
  }
  return of;
}

/** `weixun review [FILE…]`: candidates for an editor to correct in Excel, the best first. */
export async function run({ values, files }: Invocation): Promise<number> {
  const problems = new Problems();
  const result = openResult(values.output as string | undefined);
  const pool: Analysis[] = [];
  for await (const analysis of analyses(files, values, problems)) pool.push(analysis);
  const code = exitCode(problems, pool.length);
  if (code === 2) {
    await result.discard();
    return code;
  }
  await result.write(writeReview(reviewRows(pool, reprints(pool))));
  await result.close();
  return code;
}
