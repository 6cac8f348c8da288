import { analysisLines, exitCode } from "../analysis.ts";
import { type Invocation, UsageError } from "../arguments.ts";
import { Progress } from "../progress.ts";
import { keptLines, NOTHING_KEPT } from "../resume.ts";
import { openResult, Problems } from "../session.ts";

/** `weixun analyze [FILE…]`: one Analysis a line, in the order of the input. */
export async function run({ values, files }: Invocation): Promise<number> {
  const output = values.output as string | undefined;
  const resume = values.resume === true;
  if (resume && (output === undefined || output === "-"))
    throw new UsageError("--resume needs -o FILE; see weixun analyze --help");
  const problems = new Problems();
  const kept = resume ? await keptLines(output!) : NOTHING_KEPT;
  const result = openResult(output, { keptBytes: kept.bytes, keepOnInterrupt: resume });
  const progress = new Progress(files);
  let count = kept.lines;
  for await (const line of analysisLines(files, values, problems, kept, (n) => progress.read(n))) {
    await result.write(`${line}\n`);
    count++;
    progress.done();
  }
  const code = exitCode(problems, count);
  if (code === 2) await result.discard();
  else await result.close();
  progress.end(problems.failed, problems.count - problems.failed, output !== undefined);
  return code;
}
