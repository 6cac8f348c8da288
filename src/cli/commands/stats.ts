import { statisticsOf, statisticsText } from "../../bulletin/statistics.ts";
import { WeixunError } from "../../core/errors.ts";
import type { Analysis, Bulletin } from "../../core/types.ts";
import { listFiles } from "../../io/read-text-file.ts";
import { exitCode } from "../analysis.ts";
import { type Invocation, UsageError } from "../arguments.ts";
import { readIncoming } from "../articles.ts";
import { BULLETIN_FILES, readBulletinFile } from "../bulletins.ts";
import { openResult, Problems } from "../session.ts";

const ANALYSIS_FILES = /\.(jsonl|ndjson)(\.gz)?$/i;

/** `weixun stats FILE…`: bulletins in any form, and Analysis NDJSON. */
export async function run({ values, files }: Invocation): Promise<number> {
  if (files.length === 0) throw new UsageError("weixun stats takes bulletins or analyses; see weixun stats --help");
  const problems = new Problems();
  const result = openResult(values.output as string | undefined);
  const bulletins: Bulletin[] = [];
  const analyses: Analysis[] = [];
  const either = new RegExp(`${BULLETIN_FILES.source}|${ANALYSIS_FILES.source}`, "i");
  for (const path of files)
    try {
      for (const file of listFiles(path, either)) {
        if (!ANALYSIS_FILES.test(file) && file !== "-") bulletins.push(readBulletinFile(file));
        else
          for await (const incoming of readIncoming([file], problems)) {
            if (incoming.kind === "analysis") analyses.push(incoming.analysis);
            else throw new WeixunError("bad-input", `${file} holds articles, not analyses; run weixun analyze first`);
          }
      }
    } catch (error) {
      if (!(error instanceof WeixunError)) throw error;
      problems.add(error.message);
    }
  const read = bulletins.length + analyses.length;
  if (read === 0 && problems.count > 0) {
    // What an earlier run wrote stays.
    await result.discard();
    return exitCode(problems, read);
  }
  const statistics = statisticsOf(bulletins, analyses);
  await result.write(
    values.format === "json" ? `${JSON.stringify(statistics, null, 2)}\n` : statisticsText(statistics),
  );
  await result.close();
  return exitCode(problems, read);
}
