import { checkChoice, checkOptions, valueShown } from "../core/check.ts";
import { unreachable } from "../core/closed.ts";
import { WeixunError } from "../core/errors.ts";
import type { Bulletin } from "../core/types.ts";
import type { ContentOption } from "./layout.ts";
import { renderCsv } from "./render-csv.ts";
import { renderHtml } from "./render-html.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { renderText } from "./render-text.ts";

export type BulletinFormat = "txt" | "md" | "html" | "docx" | "csv" | "json";
export const BULLETIN_FORMATS: readonly BulletinFormat[] = ["txt", "md", "html", "docx", "csv", "json"];

export interface RenderOptions {
  /** Which parts of an item are printed. Default `both`. */
  readonly content?: ContentOption;
}

function checkBulletin(bulletin: Partial<Bulletin> | null): void {
  if (typeof bulletin !== "object" || bulletin === null || !Array.isArray(bulletin.items))
    throw new WeixunError(
      "bad-bulletin",
      `renderBulletin: bulletin must be a bulletin as composeBulletin or parseBulletin gives it, is ${valueShown(bulletin)}`,
    );
  for (const field of ["title", "date", "to", "from"] as const)
    if (typeof bulletin[field] !== "string")
      throw new WeixunError(
        "bad-bulletin",
        `renderBulletin: bulletin.${field} must be a string, is ${valueShown(bulletin[field])}`,
      );
}

/**
 * Sets a bulletin in a format: bytes for docx, a string for all others. The same bulletin gives the same bytes.
 * @throws WeixunError `bad-bulletin` where it is none, `bad-argument` for a format or option that cannot be.
 */
export function renderBulletin(bulletin: Bulletin, format: "docx", options?: RenderOptions): Promise<Uint8Array>;
export function renderBulletin(
  bulletin: Bulletin,
  format: Exclude<BulletinFormat, "docx">,
  options?: RenderOptions,
): Promise<string>;
export function renderBulletin(
  bulletin: Bulletin,
  format: BulletinFormat,
  options?: RenderOptions,
): Promise<string | Uint8Array>;
export async function renderBulletin(
  bulletin: Bulletin,
  format: BulletinFormat,
  options: RenderOptions = {},
): Promise<string | Uint8Array> {
  checkBulletin(bulletin);
  checkChoice("renderBulletin: format", format ?? null, BULLETIN_FORMATS);
  checkOptions("renderBulletin: options", options);
  const content = options.content ?? "both";
  checkChoice("renderBulletin: content", content, ["summary", "full", "both"]);
  switch (format) {
    case "txt":
      return renderText(bulletin, content);
    case "md":
      return renderMarkdown(bulletin, content);
    case "json":
      return `${JSON.stringify(bulletin, null, 2)}\n`;
    case "docx": {
      // Loaded only here: the Word library is the heaviest dependency.
      const { renderWord } = await import("./render-word.ts");
      return renderWord(bulletin, content);
    }
    case "html":
      return renderHtml(bulletin, content);
    case "csv":
      return renderCsv(bulletin);
    default:
      return unreachable(format);
  }
}
