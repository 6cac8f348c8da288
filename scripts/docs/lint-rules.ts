/**
 * Writes docs/lint-rules.md from the table of rules.
 *
 *   tsx scripts/docs/lint-rules.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { RULES, type Severity } from "../../src/bulletin/lint/finding.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: "A reader is misled or cannot find the item. `weixun lint` exits with 1.",
  warning: "Worth mending before printing. The exit code stays 0.",
  hint: "Worth a look; may be right as it stands. The exit code stays 0.",
};

/** The whole text of docs/lint-rules.md. */
export function lintRulesPage(): string {
  const rows = Object.entries(RULES).sort(([a], [b]) => (a < b ? -1 : 1));
  const sections = (Object.keys(SEVERITIES) as Severity[]).map((severity) => {
    const lines = rows.filter(([, r]) => r.severity === severity).map(([id, r]) => `| \`${id}\` | ${r.what} |`);
    const heading = `${severity[0]!.toUpperCase()}${severity.slice(1)}s`;
    return `## ${heading}\n${SEVERITIES[severity]}\n\n| rule | what must hold |\n|---|---|\n${lines.join("\n")}\n`;
  });
  return `<!-- Made by scripts/docs/lint-rules.ts from src/bulletin/lint/finding.ts; do not edit. -->
# Rules of \`weixun lint\`

A finding is printed as \`file:line: severity rule: message\`; \`--format json\` adds column, actual and expected values.
\`--fix\` mends what can be mended without a choice. \`--past FILE\` names past bulletins for \`duplicate-event\`.

${sections.join("\n")}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL("../../docs/lint-rules.md", import.meta.url), lintRulesPage());
