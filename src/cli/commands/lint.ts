import { lintBulletin } from "../../bulletin/lint/index.ts";
import { type Invocation, UsageError } from "../arguments.ts";
import { readBulletinText } from "../bulletins.ts";
import { openResult } from "../session.ts";

/** `weixun lint FILE`: exit 1 where an error was found. */
export async function run({ values, files }: Invocation): Promise<number> {
  if (files.length !== 1) throw new UsageError("weixun lint takes one bulletin; see weixun lint --help");
  if (values.fix) throw new UsageError("lint --fix is not made yet");
  const file = files[0]!;
  const findings = lintBulletin(readBulletinText(file), file);
  const result = openResult(values.output as string | undefined);
  if (values.format === "json") await result.write(`${JSON.stringify(findings, null, 2)}\n`);
  else for (const f of findings) await result.write(`${file}:${f.line}: ${f.severity} ${f.rule}: ${f.message}\n`);
  await result.close();
  return findings.some((f) => f.severity === "error") ? 1 : 0;
}
