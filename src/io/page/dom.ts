/** The one door to the HTML parser and the skeleton extractor. */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

/** Deeper elements are opened to their parents: the parser takes quadratic time in the depth, and no page goes so deep. */
const MAX_OPEN = 500;
/** A start or end tag, its slash and its name; attributes follow. */
const TAG = /<(\/?)([a-z][a-z0-9]*)/gi;
/** Elements that have no end, or that the next one of their kind ends: they make no depth. */
const SHALLOW = new Set(
  "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option optgroup thead tbody tfoot".split(
    " ",
  ),
);

/** The markup with the tags beyond {@link MAX_OPEN} open elements turned to line breaks; as it is where there are none. */
export function openDeepElements(html: string): string {
  let open = 0;
  let flat = "";
  let kept = 0;
  for (const tag of html.matchAll(TAG)) {
    if (tag.index < kept || SHALLOW.has(tag[2]!.toLowerCase())) continue;
    const deep = tag[1] === "" ? ++open > MAX_OPEN : open-- > MAX_OPEN;
    if (open < 0) open = 0;
    if (!deep) continue;
    const end = html.indexOf(">", tag.index);
    flat += `${html.slice(kept, tag.index)}<br>`;
    kept = end < 0 ? html.length : end + 1;
  }
  return flat + html.slice(kept);
}

/** Parses a page; broken markup gives a broken tree, never an error. */
export function parsePage(html: string): Document {
  // A fragment without a root gives an empty document in this parser.
  const whole = openDeepElements(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  return parseHTML(whole).document as unknown as Document;
}

/** What Mozilla Readability takes for the text, as plain lines; empty where it finds none. Changes `document`. */
export function skeletonText(document: Document): string {
  try {
    const parsed = new Readability(document, { charThreshold: 100, maxElemsToParse: 50_000 }).parse();
    return parsed?.content ?? "";
  } catch {
    // It refuses pages of too many elements and trees without a body.
    return "";
  }
}
