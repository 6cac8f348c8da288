/** No output may be another output or an input: what is lost is found only when it is too late. */
import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Invocation, UsageError } from "./arguments.ts";

/** Options that name a file to write, and those that name files to read. */
const OUTPUTS = ["output", "explain"] as const;
const INPUTS = ["dict", "model", "past", "gold"] as const;

/** What tells one file from another: behind links the file itself. Undefined for a pipe, a device or a folder. */
function identityOf(file: string): string | undefined {
  if (file === "-") return undefined;
  const stat = statSync(file, { throwIfNoEntry: false, bigint: true });
  if (stat) return stat.isFile() ? `${stat.dev}:${stat.ino}` : undefined;
  const path = resolve(file);
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}

const listOf = (value: Invocation["values"][string]): readonly string[] =>
  value === undefined ? [] : typeof value === "object" ? value : [String(value)];

/**
 * @throws UsageError where an output is another output or an input. `lint --fix` may mend a file in its place, and
 * `render` set a bulletin's JSON again as JSON.
 */
export function checkDistinct({ command, values, files }: Invocation): void {
  const outputs = new Map<string, string>();
  for (const name of OUTPUTS)
    for (const file of listOf(values[name])) {
      const identity = identityOf(file);
      if (identity === undefined) continue;
      if (outputs.has(identity))
        throw new UsageError(`--output and --explain are one file, ${file}; see weixun ${command} --help`);
      outputs.set(identity, file);
    }
  if (outputs.size === 0 || (command === "lint" && values.fix === true)) return;
  if (command === "render" && (values.format ?? "json") === "json") return;
  for (const file of [...files, ...INPUTS.flatMap((name) => listOf(values[name]))]) {
    const output = outputs.get(identityOf(file) ?? "");
    if (output !== undefined)
      throw new UsageError(`the output ${output} is an input too; name another file to write to`);
  }
}
