import type { ContentOption } from "../../bulletin/layout.ts";
import { renderBulletin } from "../../bulletin/render.ts";
import { readBulletinJson } from "../../io/read-bulletin.ts";
import { type Invocation, UsageError } from "../arguments.ts";
import { bulletinFormat, readBulletinText } from "../bulletins.ts";
import { openResult } from "../session.ts";

/** `weixun render BULLETIN.json`. */
export async function run({ values, files }: Invocation): Promise<number> {
  if (files.length !== 1) throw new UsageError("weixun render takes one Bulletin JSON file; see weixun render --help");
  const output = values.output as string | undefined;
  const format = bulletinFormat(values.format as string | undefined, output);
  const bulletin = readBulletinJson(readBulletinText(files[0]!), files[0]!);
  const result = openResult(output);
  await result.write(
    await renderBulletin(bulletin, format, { content: (values.content as ContentOption | undefined) ?? "both" }),
  );
  await result.close();
  return 0;
}
