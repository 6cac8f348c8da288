/** The README's commands and its library example, word for word, in a clone and in a project that installed the package. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../src/core/types.ts";
import { csvFile } from "../src/text/csv.ts";
import { installPacked, ROOT, shellEnvironment } from "./packed.ts";

const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map((m) => m[1]!);
const commands = blocks("sh")
  .join("")
  .split("\n")
  .map((line) => line.replace(/\s+#.*$/, "").trim())
  .filter((line) => line !== "");
/** Commands of a clone begin with `npm ci`: here the packages are linked, and the tests do not run themselves. */
const inClone = commands.filter((c) => c.startsWith("npm ci && ") && !c.endsWith("npm test"));
const inProject = commands.filter((c) => c.startsWith("npx weixun "));

const folder = mkdtempSync(join(tmpdir(), "weixun-readme-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function shell(command: string, cwd: string): string {
  const run = spawnSync(command, { cwd, shell: true, encoding: "utf8", env: shellEnvironment(cwd) });
  expect(run.status, `${command}\n${run.stderr}`).toBe(0);
  return run.stdout;
}

test("every command of the README is one of the kinds that run below, or installs", () => {
  const others = commands.filter((c) => !inClone.includes(c) && !inProject.includes(c));
  expect(others).toEqual(["npm ci && npm test", "npm install weixun"]);
  expect(inClone).toContain("npm ci && npm run demo");
});

const canClone = existsSync(join(ROOT, ".git")) && spawnSync("git", ["--version"]).status === 0;

describe.skipIf(!canClone)("in a clone (skipped outside a git repository)", () => {
  const clone = join(folder, "clone");
  beforeAll(() => {
    expect(spawnSync("git", ["clone", "--quiet", "--depth", "1", `file://${ROOT}`, clone]).status).toBe(0);
    symlinkSync(join(ROOT, "node_modules"), join(clone, "node_modules"), "junction");
    // Built already: the clone's build checks by content what has to be made again.
    for (const made of ["dist", "build"]) cpSync(join(ROOT, made), join(clone, made), { recursive: true });
  });

  test.each(inClone)("%s", (command) => {
    const out = shell(command.replace("npm ci && ", ""), clone);
    const made = out
      .slice(out.indexOf("\nFiles:"))
      .split("\n")
      .filter((line) => line.startsWith("  "));
    expect(made.length).toBeGreaterThan(5);
    for (const file of made) expect(existsSync(join(clone, file.trim())), file).toBe(true);
    const shown = /<!-- demo -->\n```text\n([\s\S]*?)```/.exec(readFileSync(join(clone, "README.md"), "utf8"))![1]!;
    expect(out).toContain(shown);
  });
});

describe("in a project with the package", () => {
  const project = join(folder, "project");
  beforeAll(() => {
    mkdirSync(project);
    installPacked(project);
    const articles = readFileSync(join(ROOT, "corpus/issue-545.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Required<Article>);
    const plain = articles.map(({ id, title, source, url, publishedAt, content }) => ({
      id,
      title,
      source,
      url,
      publishedAt,
      content,
    }));
    writeFileSync(join(project, "pool.jsonl"), plain.map((a) => `${JSON.stringify(a)}\n`).join(""));
    const rows = plain.map((a) => [a.title, a.source, a.url, a.publishedAt, a.content]);
    writeFileSync(join(project, "pool.csv"), csvFile([["标题", "来源", "链接", "发布时间", "正文"], ...rows]));
  });

  test.each(inProject)("%s", (command) => {
    shell(command, project);
    const output = /(?: -o| --explain) (\S+)/g;
    for (const [, file] of command.matchAll(output)) expect(existsSync(join(project, file!)), file).toBe(true);
  });

  test("the library example, with the values that its comments show", () => {
    const code = blocks("ts")[0]!;
    const shown = [...code.matchAll(/^(analysis\.[^;]+); \/\/ (.+)$/gm)].map(([, expression, comment]) => ({
      expression: expression!,
      // Quoted strings and plain fields (score: 0.89) of the comment, or all of it where it is bare text.
      values: [...comment!.matchAll(/"([^"]+)"|\w+: (?:\d+\.\d+|true|false)/g)].map((m) => m[1] ?? m[0]),
      comment: comment!,
    }));
    expect(shown.length).toBeGreaterThan(2);
    writeFileSync(
      join(project, "example.mjs"),
      `${code}\nconsole.log(JSON.stringify([${shown.map((s) => s.expression).join(", ")}]), docx.length > 1000);`,
    );
    const out = shell("node example.mjs", project);
    expect(out.trim()).toMatch(/ true$/);
    const results = JSON.parse(out.slice(0, out.lastIndexOf(" "))) as unknown[];
    // As a comment writes it: score: 0.89.
    const plain = (result: unknown): string => JSON.stringify(result).replace(/"(\w+)":/g, "$1: ");
    for (const [i, { values, comment }] of shown.entries())
      for (const value of values.length > 0 ? values : [comment]) expect(plain(results[i])).toContain(value);
  });
});
