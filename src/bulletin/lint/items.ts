/** Rules on directory, titles, labels, sources and links. */
import { foldTitle, type Label, type Layout, type LayoutItem } from "../read-layout.ts";
import { type Finding, finding } from "./finding.ts";

const labelOf = (item: LayoutItem, name: Label["name"]): Label | undefined => item.labels.find((l) => l.name === name);
const titleOf = (item: LayoutItem): Label => labelOf(item, "title")!;
/** Without a blank at both ends and without invisible characters. */
const bare = (text: string): string => text.replace(/[\u2060\u200b\ufeff]/g, "").trim();

export function directoryTitle(layout: Layout): Finding[] {
  const inBody = new Set(layout.items.map((i) => foldTitle(titleOf(i).value.text)));
  const inDirectory = new Set(layout.directory.map((d) => foldTitle(d.headline.text)));
  return [
    ...layout.directory
      .filter((d) => !inBody.has(foldTitle(d.headline.text)))
      .map((d) =>
        finding("directory-title", d.headline, `directory line ${d.number} has no item in the body`, {
          actual: d.headline.text,
        }),
      ),
    ...layout.items
      .filter((i) => !inDirectory.has(foldTitle(titleOf(i).value.text)))
      .map((i) =>
        finding("directory-title", titleOf(i).value, `item ${i.number} has no line in the directory`, {
          actual: titleOf(i).value.text,
        }),
      ),
  ];
}

export function directoryOrder(layout: Layout): Finding[] {
  const body = layout.items.map((i) => foldTitle(titleOf(i).value.text));
  const shared = layout.directory.filter((d) => body.includes(foldTitle(d.headline.text)));
  const places = shared.map((d) => body.indexOf(foldTitle(d.headline.text)) + 1);
  if (places.every((p, i) => i === 0 || p > places[i - 1]!)) return [];
  return [
    finding(
      "directory-order",
      shared[0]!.headline,
      `the directory lists the body's items in the order ${places.join(", ")}`,
      { actual: places.join(", ") },
    ),
  ];
}

/** A label's form: colon width, the label of a title, and whether the value stands under it. */
function formOf(label: Label): string {
  if (label.name === "title") return label.printed.text === "" ? "N. …" : `N.${label.printed.text}…`;
  return label.printed.text;
}

export function labelVariant(layout: Layout): Finding[] {
  const out: Finding[] = [];
  for (const name of ["title", "source", "link", "summary", "content"] as const) {
    const labels = layout.items.map((i) => labelOf(i, name)).filter((l) => l !== undefined);
    const forms = new Map<string, number>();
    for (const l of labels) forms.set(formOf(l), (forms.get(formOf(l)) ?? 0) + 1);
    if (forms.size < 2) continue;
    const usual = [...forms].sort((a, b) => b[1] - a[1])[0]![0];
    const odd = labels.find((l) => formOf(l) !== usual)!;
    out.push(
      finding(
        "label-variant",
        odd.printed.text === "" ? odd.value : odd.printed,
        `labels vary between items: ${[...forms.keys()].join(" / ")}`,
        { actual: formOf(odd), expected: usual },
      ),
    );
  }
  return out;
}

export function titleForms(layout: Layout): Finding[] {
  return layout.items.flatMap((item) => {
    const title = titleOf(item).value;
    const entry = layout.directory.find((d) => foldTitle(d.headline.text) === foldTitle(title.text));
    const forms = new Map(
      [entry?.headline, title, item.repeated].filter((p) => p !== undefined).map((p) => [bare(p.text), p]),
    );
    if (forms.size < 2) return [];
    return [
      finding(
        "title-forms",
        title,
        `the title of item ${item.number} is written in ${forms.size} ways: ${[...forms.keys()].join(" / ")}`,
        { actual: title.text, expected: entry?.headline.text ?? title.text },
      ),
    ];
  });
}

export function missingSource(layout: Layout): Finding[] {
  return [
    ...layout.directory
      .filter((d) => !d.source || d.source.text === "")
      .map((d) => finding("missing-source", d.source ?? d.headline, `directory line ${d.number} names no source`)),
    ...layout.items
      .filter((i) => bare(labelOf(i, "source")?.value.text ?? "") === "")
      .map((i) =>
        finding(
          "missing-source",
          labelOf(i, "source")?.printed ?? titleOf(i).value,
          `item ${i.number} names no source`,
        ),
      ),
  ];
}

const linkOf = (label: Label | undefined): string => bare(label?.value.text ?? "").replace(/^<\s*|\s*>$/g, "");

export function missingLink(layout: Layout): Finding[] {
  return layout.items
    .filter((i) => linkOf(labelOf(i, "link")) === "")
    .map((i) =>
      finding("missing-link", labelOf(i, "link")?.printed ?? titleOf(i).value, `item ${i.number} has no link`),
    );
}

export function linkForm(layout: Layout): Finding[] {
  return layout.items.flatMap((item) => {
    const label = labelOf(item, "link");
    const link = linkOf(label);
    if (!label || link === "") return [];
    const url = URL.canParse(link) ? new URL(link) : undefined;
    const why =
      !url || !/^https?:$/.test(url.protocol)
        ? "is no http(s) address"
        : /[\s\u4e00-\u9fff。，；]/.test(link)
          ? "holds blanks or Chinese characters"
          : !url.hostname.includes(".") || /^(localhost|127\.|10\.|192\.168\.)/.test(url.hostname)
            ? "has a host that readers cannot reach"
            : url.pathname === "/" && url.search === "" && url.hash === ""
              ? "leads to a site's front page"
              : undefined;
    return why ? [finding("link-form", label.value, `the link of item ${item.number} ${why}`, { actual: link })] : [];
  });
}
