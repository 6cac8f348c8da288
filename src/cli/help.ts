import { COMMANDS, type CommandName } from "./spec.ts";

const pad = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join("\n");
};

/** What `weixun --help` prints. */
export function mainHelp(version: string): string {
  const rows = Object.values(COMMANDS).map((c) => [c.usage, c.summary] as const);
  return `weixun ${version}: the weekly bulletin on health informatization, from Chinese news

Usage
${pad(rows)}
  weixun COMMAND --help      the options of a command
  weixun --version

Articles come as NDJSON (stdin as -), JSON, CSV/TSV, saved web pages, Word, past bulletins, each also gzipped,
or a folder of these. Options may also stand in weixun.json in the working folder.
Exit 0: done. 1: findings (lint, dict check) or some input not readable. 2: wrong usage, nothing readable, output
not writable. 130: interrupted.
`;
}

/** What `weixun COMMAND --help` prints. */
export function commandHelp(name: CommandName): string {
  const command = COMMANDS[name];
  const rows = Object.entries(command.options).map(([option, s]) => {
    const short = s.short ? `-${s.short}, ` : "";
    return [`${short}--${option}${s.value ? ` ${s.value}` : ""}`, s.help] as const;
  });
  return `${command.usage}\n  ${command.summary}\n\nOptions\n${pad(rows)}\n\nExamples\n${command.examples.map((e) => `  ${e}`).join("\n")}\n`;
}
