import { composeBulletin, type ItemOrder } from "../../bulletin/compose.ts";
import type { ContentOption } from "../../bulletin/layout.ts";
import { renderBulletin } from "../../bulletin/render.ts";
import { resolveWindow } from "../../bulletin/window.ts";
import type { Analysis, Bulletin } from "../../core/types.ts";
import { analyses, exitCode } from "../analysis.ts";
import type { Invocation, Values } from "../arguments.ts";
import { bulletinFormat, readBulletins } from "../bulletins.ts";
import { openResult, Problems, say } from "../session.ts";

const text = (values: Values, name: string): string | undefined => values[name] as string | undefined;

/** Only the options that were given: an absent one must not stand as undefined. */
function windowOptions(values: Values): { issue?: number; from?: string; to?: string } {
  return Object.fromEntries(["issue", "from", "to"].filter((n) => values[n] !== undefined).map((n) => [n, values[n]]));
}

/** One row an article: id, status, score, title, reasons. */
function explanation(bulletin: Bulletin, titles: ReadonlyMap<string, string>): string {
  const cell = (value: string): string => value.replace(/[\t\r\n]+/g, " ");
  const rows = bulletin.decisions.map((d) => {
    const status =
      d.status === "reprint" ? `reprint of ${d.of}` : d.status === "rejected" ? `rejected: ${d.reason}` : d.status;
    return [d.articleId, status, d.score.toFixed(3), titles.get(d.articleId) ?? "", d.reasons.join("；")]
      .map(cell)
      .join("\t");
  });
  return `${["id\tstatus\tscore\ttitle\treasons", ...rows].join("\n")}\n`;
}

/** `weixun bulletin [FILE…]`. */
export async function run({ values, files }: Invocation): Promise<number> {
  const problems = new Problems();
  const output = text(values, "output");
  const format = bulletinFormat(text(values, "format"), output);
  // A window that cannot be and an output that cannot be written are found before any work.
  if (Object.keys(windowOptions(values)).length > 0) resolveWindow(windowOptions(values), []);
  const result = openResult(output);
  const explain = text(values, "explain");
  const explained = explain === undefined || explain === "-" ? undefined : openResult(explain);
  const past = readBulletins((values.past as readonly string[] | undefined) ?? [], problems);
  const pool: Analysis[] = [];
  for await (const analysis of analyses(files, values, problems)) pool.push(analysis);
  const code = exitCode(problems, pool.length);
  if (code === 2 || (pool.length === 0 && Object.keys(windowOptions(values)).length === 0)) {
    await result.discard();
    await explained?.discard();
    if (code !== 2) say("no article to make a bulletin of");
    // Nothing on stdin is no article, not an error; a file that was named should hold one.
    return files.some((file) => file !== "-") ? 2 : code;
  }
  const bulletin = composeBulletin(pool, {
    ...windowOptions(values),
    order: (text(values, "order") as ItemOrder | undefined) ?? "date",
    ...(values.limit === undefined ? {} : { limit: values.limit as number }),
    ...(values.publisher === undefined ? {} : { publisher: text(values, "publisher")! }),
    ...(values.remark === undefined ? {} : { remark: text(values, "remark")! }),
    past,
    onNotice: (n) => say(n.articleId === undefined ? n.message : `${n.articleId}: ${n.message}`),
  });
  await result.write(
    await renderBulletin(bulletin, format, {
      content: (text(values, "content") as ContentOption | undefined) ?? "both",
    }),
  );
  const rows = explain === undefined ? "" : explanation(bulletin, new Map(pool.map((a) => [a.id, a.title])));
  if (explain === "-") process.stderr.write(rows);
  await explained?.write(rows);
  await explained?.close();
  await result.close();
  return code;
}
