/** Mends what is safe to mend: order, count, labels, title forms, leftover noise, punctuation width. */
import { WeixunError } from "../../core/errors.ts";
import type { Bulletin, BulletinItem } from "../../core/types.ts";
import { layoutOf } from "../open-layout.ts";
import { parseBulletin } from "../parse.ts";
import { renderText } from "../render-text.ts";
import { widenPunctuation } from "./doubts.ts";
import { directoryTitle } from "./items.ts";
import { noiseOf } from "./noise.ts";

/** An item's text without the stretches that cleaning calls noise; all else stays to the letter. */
function withoutNoise(item: BulletinItem): string {
  const { content } = item;
  const ends = (at: number): boolean => at < 0 || at >= content.length || content[at] === "\n";
  let kept = "";
  let from = 0;
  for (const { start, end } of noiseOf(item.headline, content)) {
    if (start < from) continue;
    kept += content.slice(from, start);
    // A line that is nothing else goes with its end.
    from = ends(start - 1) && ends(end) ? end + 1 : end;
  }
  return `${kept}${content.slice(from)}`
    .split("\n")
    .map((line) => widenPunctuation(line.trimEnd()))
    .filter((line, i, all) => line !== "" || (i > 0 && i < all.length - 1))
    .join("\n");
}

/**
 * The bulletin of a text, mended, to be set in any format.
 * @throws WeixunError `bad-input` where directory and body do not name the same items: which is right, only an editor knows.
 */
export function mendedBulletin(text: string, name: string = "bulletin"): Bulletin {
  const layout = layoutOf(text, name);
  const open = directoryTitle(layout)[0];
  if (open) throw new WeixunError("bad-input", `${name}:${open.line}: ${open.message}; mend this by hand first`);
  const bulletin = parseBulletin(text, name);
  return { ...bulletin, items: bulletin.items.map((item) => ({ ...item, content: withoutNoise(item) })) };
}

/**
 * The bulletin set again: directory in the body's order, count, labels and titles in one form, texts without page matter.
 * Quoted text and figures stay as they are; a bulletin without findings comes back to the letter.
 * @throws WeixunError `bad-input` where directory and body do not name the same items: which is right, only an editor knows.
 */
export function fixBulletin(text: string, name: string = "bulletin"): string {
  const mended = renderText(mendedBulletin(text, name));
  return /^\s*/.exec(text.replace(/\r\n?/g, "\n"))![0] + mended.trimStart();
}
