/** Prints what became of every article, and shows that a summary is made of stretches of its text. */
import { readFileSync } from "node:fs";
import { type Analysis, type Article, composeBulletin, createAnalyzer, type Decision, WeixunError } from "weixun";

const [pool = "", issue = ""] = process.argv.slice(2);

/** One line for a decision. A status that is not handled here does not compile. */
function describe(decision: Decision): string {
  switch (decision.status) {
    case "selected":
      return `printed: ${decision.reasons.join("；")}`;
    case "review":
      return "for an editor to decide";
    case "reprint":
      return `reprint of ${decision.of}`;
    case "rejected":
      return `left out: ${decision.reason}`;
    default:
      return decision satisfies never;
  }
}

/** The pieces of the text that a summary is made of. */
function pieces({ text, summary }: Analysis): string[] {
  return (summary?.spans ?? []).map(({ start, end }) => text.slice(start, end));
}

try {
  const analyzer = await createAnalyzer();
  const analyses = readFileSync(pool, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => analyzer.analyze(JSON.parse(line) as Article & { readonly id: string }));
  const bulletin = composeBulletin(analyses, { issue: Number(issue) });
  for (const decision of bulletin.decisions) console.log(`${decision.articleId}\t${describe(decision)}`);
  const first = analyses.find((a) => a.id === bulletin.items[0]?.articleId);
  if (first) console.log(pieces(first).join("\n"));
} catch (error) {
  if (!(error instanceof WeixunError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
