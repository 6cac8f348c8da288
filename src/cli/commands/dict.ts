import { WeixunError } from "../../core/errors.ts";
import { checkDictionary, type DictionaryFinding } from "../../lexicon/user-dictionary.ts";
import { type Invocation, UsageError } from "../arguments.ts";
import { openResult, Problems, readText, say } from "../session.ts";

/** `weixun dict check [FILE…]`: exit 1 where an error was found or a file could not be read. */
export async function run({ values, files }: Invocation): Promise<number> {
  const all = [...files, ...((values.dict as readonly string[] | undefined) ?? [])];
  if (all.length === 0) throw new UsageError("weixun dict check takes dictionary files; see weixun dict --help");
  const problems = new Problems();
  const result = openResult(values.output as string | undefined);
  const findings: DictionaryFinding[] = [];
  for (const file of all)
    try {
      findings.push(...checkDictionary(readText(file), file));
    } catch (error) {
      if (!(error instanceof WeixunError)) throw error;
      problems.add(error.message);
    }
  if (problems.count === all.length) {
    await result.discard();
    return 2;
  }
  if (values.format === "json") await result.write(`${JSON.stringify(findings, null, 2)}\n`);
  else for (const f of findings) await result.write(`${f.file}:${f.line}: ${f.severity} ${f.rule}: ${f.message}\n`);
  await result.close();
  if (findings.length === 0 && problems.count === 0) say(`nothing is wrong in ${all.join(", ")}`);
  return problems.count > 0 || findings.some((f) => f.severity === "error") ? 1 : 0;
}
