import { fixBulletin, mendedBulletin } from "../../bulletin/lint/fix.ts";
import { lintBulletin } from "../../bulletin/lint/index.ts";
import { renderBulletin } from "../../bulletin/render.ts";
import { openPublishers } from "../../clean/index.ts";
import { loadResource } from "../../lexicon/load.ts";
import { analyzerFor } from "../analysis.ts";
import { type Invocation, UsageError } from "../arguments.ts";
import { bulletinFormat, readBulletins, readBulletinText } from "../bulletins.ts";
import { openResult, Problems } from "../session.ts";

/** `weixun lint FILE`: exit 1 where an error was found. */
export async function run({ values, files }: Invocation): Promise<number> {
  if (files.length !== 1) throw new UsageError("weixun lint takes one bulletin; see weixun lint --help");
  const file = files[0]!;
  const output = values.output as string | undefined;
  if (values.fix) return fix(file, output);
  const text = readBulletinText(file);
  const problems = new Problems();
  const past = readBulletins((values.past as readonly string[] | undefined) ?? [], problems);
  const analyzer = await analyzerFor(values);
  const findings = lintBulletin(text, {
    name: file,
    past,
    publishers: openPublishers(loadResource("sources.bin")),
    analyze: (article) => analyzer.analyze(article),
  });
  const result = openResult(output);
  if (values.format === "json") await result.write(`${JSON.stringify(findings, null, 2)}\n`);
  else for (const f of findings) await result.write(`${file}:${f.line}: ${f.severity} ${f.rule}: ${f.message}\n`);
  await result.close();
  return findings.some((f) => f.severity === "error") || problems.count > 0 ? 1 : 0;
}

/** Mends a bulletin; what it is set in follows from the ending of the output, as `render` does it. */
async function fix(file: string, output: string | undefined): Promise<number> {
  const format = bulletinFormat(undefined, output, "let it end in .txt, .md, .html, .docx, .csv or .json");
  const text = readBulletinText(file);
  const mended = format === "txt" ? fixBulletin(text, file) : await renderBulletin(mendedBulletin(text, file), format);
  const result = openResult(output);
  await result.write(mended);
  await result.close();
  return 0;
}
