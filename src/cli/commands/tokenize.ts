import type { Token } from "../../core/types.ts";
import { analyzerFor, exitCode } from "../analysis.ts";
import type { Invocation } from "../arguments.ts";
import { openResult, Problems, readText } from "../session.ts";

/** Words of a line joined by one blank; a blank inside a word becomes U+00A0, blanks between words are left out. */
function wordLine(tokens: readonly Token[], pos: boolean): string {
  const words = tokens
    .filter((t) => t.text.trim() !== "")
    .map((t) => t.text.replace(/\s/g, "\u00a0") + (pos ? `/${t.pos}` : ""));
  return words.join(" ");
}

/** `weixun tokenize [FILE…]`: one line of words for each line of text. */
export async function run({ values, files }: Invocation): Promise<number> {
  const problems = new Problems();
  const result = openResult(values.output as string | undefined);
  const analyzer = await analyzerFor(values);
  let read = 0;
  for (const file of files.length === 0 ? ["-"] : files) {
    let content: string;
    try {
      content = readText(file);
    } catch (error) {
      problems.add((error as Error).message);
      continue;
    }
    read++;
    const lines = content.split(/\r\n|\r|\n/);
    if (lines.at(-1) === "") lines.pop();
    for (const line of lines) {
      const tokens = analyzer.tokenize(line);
      await result.write(
        `${values.format === "json" ? JSON.stringify(tokens) : wordLine(tokens, values.pos === true)}\n`,
      );
    }
  }
  const code = exitCode(problems, read);
  if (code === 2) await result.discard();
  else await result.close();
  return code;
}
