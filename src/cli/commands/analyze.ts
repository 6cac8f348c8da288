import { analyses, exitCode } from "../analysis.ts";
import type { Invocation } from "../arguments.ts";
import { openResult, Problems } from "../session.ts";

/** `weixun analyze [FILE…]`: one Analysis a line, in the order of the input. */
export async function run({ values, files }: Invocation): Promise<number> {
  const problems = new Problems();
  const result = openResult(values.output as string | undefined);
  let count = 0;
  for await (const analysis of analyses(files, values, problems)) {
    await result.write(`${JSON.stringify(analysis)}\n`);
    count++;
  }
  const code = exitCode(problems, count);
  if (code === 2) await result.discard();
  else await result.close();
  return code;
}
