/** The lines of text of a page, each with the element it stands in and how much of it is links. */

export interface PageLine {
  readonly text: string;
  readonly linkChars: number;
  /** The nearest block around the line. */
  readonly block: Element;
}

const SKIPPED = new Set(
  "SCRIPT STYLE NOSCRIPT IFRAME SELECT OPTION TEXTAREA BUTTON INPUT SVG CANVAS TEMPLATE OBJECT EMBED HEAD VIDEO AUDIO".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
);
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

export interface PageLines {
  readonly lines: PageLine[];
  /** How many elements stand around the deepest one. */
  readonly depth: number;
}

/** Walks a page in order, without recursion: a tree may be a hundred thousand elements deep. */
export function linesOfPage(root: Element): PageLines {
  let open = 0;
  let depth = 0;
  const lines: PageLine[] = [];
  let text = "";
  let linkChars = 0;
  let block: Element = root;
  const blocks: Element[] = [root];
  let links = 0;
  const flush = (): void => {
    const line = text.replace(/[\s\u3000]+/g, " ").trim();
    if (line !== "") lines.push({ text: line, linkChars, block });
    text = "";
    linkChars = 0;
  };
  // A stack of nodes to enter and, as `leave`, of elements whose end is reached.
  const stack: { readonly node: Node; readonly leave: boolean }[] = [{ node: root, leave: false }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, leave } = top;
    if (node.nodeType === TEXT_NODE) {
      const part = node.textContent ?? "";
      text += part;
      if (links > 0) linkChars += part.trim().length;
      continue;
    }
    if (node.nodeType !== ELEMENT_NODE) continue;
    const element = node as Element;
    const name = element.tagName.toUpperCase();
    const isBlock = BLOCKS.has(name);
    if (leave) {
      open--;
      if (name === "A") links--;
      if (isBlock) {
        flush();
        blocks.pop();
        block = blocks.at(-1) ?? root;
      }
      continue;
    }
    if (SKIPPED.has(name) || (element !== root && HIDDEN.test(element.getAttribute("style") ?? ""))) continue;
    if (name === "BR") {
      flush();
      continue;
    }
    depth = Math.max(depth, ++open);
    if (name === "A") links++;
    if (isBlock) {
      flush();
      blocks.push(element);
      block = element;
    }
    stack.push({ node: element, leave: true });
    const children = element.childNodes;
    for (let i = children.length - 1; i >= 0; i--) stack.push({ node: children[i]!, leave: false });
  }
  flush();
  return { lines, depth };
}
