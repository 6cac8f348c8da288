import { statSync } from "node:fs";
import { type Invocation, UsageError } from "../arguments.ts";
import { readBulletinFile, readBulletins } from "../bulletins.ts";
import { openResult, Problems } from "../session.ts";

/** `weixun parse FILE|FOLDER`. */
export async function run({ values, files }: Invocation): Promise<number> {
  if (files.length !== 1) throw new UsageError("weixun parse takes one file or folder; see weixun parse --help");
  const path = files[0]!;
  const result = openResult(values.output as string | undefined);
  if (path === "-" || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    await result.write(`${JSON.stringify(readBulletinFile(path), null, 2)}\n`);
    await result.close();
    return 0;
  }
  const problems = new Problems();
  const bulletins = readBulletins([path], problems);
  if (bulletins.length === 0 && problems.count > 0) {
    await result.discard();
    return 2;
  }
  for (const bulletin of bulletins) await result.write(`${JSON.stringify(bulletin)}\n`);
  await result.close();
  return problems.count === 0 ? 0 : 1;
}
