#!/usr/bin/env node
/** The command: finds the sub-command, loads only what it needs, and turns what happens into exit codes. */
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import type { Invocation } from "./arguments.ts";
import { parseInvocation, UsageError } from "./arguments.ts";
import { checkDistinct } from "./distinct-files.ts";
import { commandHelp, mainHelp } from "./help.ts";
import { discardOpen, explainFailure, say } from "./session.ts";
import { COMMANDS, type CommandName } from "./spec.ts";

type Run = (invocation: Invocation) => Promise<number>;

const RUNS: Readonly<Record<CommandName, () => Promise<{ run: Run }>>> = {
  analyze: () => import("./commands/analyze.ts"),
  tokenize: () => import("./commands/tokenize.ts"),
  bulletin: () => import("./commands/bulletin.ts"),
  render: () => import("./commands/render.ts"),
  parse: () => import("./commands/parse.ts"),
  lint: () => import("./commands/lint.ts"),
  stats: () => import("./commands/stats.ts"),
  review: () => import("./commands/review.ts"),
  train: () => import("./commands/train.ts"),
  dict: () => import("./commands/dict.ts"),
};

function version(): string {
  return (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string })
    .version;
}

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === "--version" || name === "-v") {
    process.stdout.write(`${version()}\n`);
    return 0;
  }
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const asked = rest[0];
    if (asked !== undefined && Object.hasOwn(COMMANDS, asked)) process.stdout.write(commandHelp(asked as CommandName));
    else process.stdout.write(mainHelp(version()));
    return name === undefined ? 2 : 0;
  }
  if (!Object.hasOwn(COMMANDS, name)) throw new UsageError(`unknown command “${name}”; see weixun --help`);
  const command = name as CommandName;
  const end = rest.indexOf("--");
  if (rest.slice(0, end < 0 ? rest.length : end).some((a) => a === "--help" || a === "-h")) {
    process.stdout.write(commandHelp(command));
    return 0;
  }
  const invocation = parseInvocation(command, rest);
  checkDistinct(invocation);
  const { run } = await RUNS[command]();
  return run(invocation);
}

// New objects go where a cache can hold them: V8 would let that space grow to 16 MB, which no article needs. With it at
// its first size the peak of memory hardly grows with the run (docs/design.md, The command).
setFlagsFromString("--semi-space-growth-factor=1");
// V8 would compile a function for speed once it has run 132 KB of bytecode. A bulletin of some dozen articles is made
// before that pays; a long run does not feel the difference.
setFlagsFromString("--interrupt-budget=1000000");

let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    interrupted = true;
    void discardOpen().finally(() => process.exit(130));
  });

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // What fails because its output was given up is no fault to tell: the handler above ends the run.
  if (interrupted) await new Promise(() => {});
  await discardOpen();
  if (error instanceof UsageError) {
    say(error.message);
    process.exitCode = 2;
  } else {
    const { code, message } = explainFailure(error);
    // Nobody reads on: stdin may be silent for long, and is not waited for.
    if (message === undefined) process.exit(code);
    say(message);
    process.exitCode = code;
  }
}
