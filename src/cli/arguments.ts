import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { COMMANDS, type CommandName, type OptionSpec } from "./spec.ts";

/** Wrong usage: exit code 2. */
export class UsageError extends Error {}

export type Values = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** A command with its checked options and its files. */
export interface Invocation {
  readonly command: CommandName;
  readonly values: Values;
  readonly files: readonly string[];
}

const optionsOf = (command: CommandName): Readonly<Record<string, OptionSpec>> => COMMANDS[command].options;
const hint = (command: CommandName): string => `see weixun ${command} --help`;

/** Checks one value of an option; `where` names it for the message. */
function checkValue(spec: OptionSpec, where: string, raw: unknown, command: CommandName): string | number | boolean {
  const refuse = (wants: string): never => {
    throw new UsageError(`${where} takes ${wants}, not ${JSON.stringify(raw)}; ${hint(command)}`);
  };
  switch (spec.type) {
    case "flag":
      return typeof raw === "boolean" ? raw : refuse("true or false");
    case "integer": {
      const n = typeof raw === "number" ? raw : typeof raw === "string" && /^\d+$/.test(raw) ? Number(raw) : Number.NaN;
      return Number.isSafeInteger(n) && n >= 1 ? n : refuse("a whole number of 1 or more");
    }
    case "choice":
      return typeof raw === "string" && spec.choices!.includes(raw)
        ? raw
        : refuse(`one of ${spec.choices!.join(", ")}`);
    case "text":
      return typeof raw === "string" && raw !== "" ? raw : refuse(spec.value ?? "a text");
  }
}

/** An option whose value is missing, or begins with a dash as that of --issue -1 does: Node's own message is on flags. */
function checkLostValue(command: CommandName, argv: readonly string[], message: string): void {
  const [, short, name] = /^Option '(?:-(\w), )?--([\w-]+).*' argument (?:is ambiguous|missing)/.exec(message) ?? [];
  const spec = name === undefined ? undefined : optionsOf(command)[name];
  if (!spec) return;
  const value = argv[argv.findIndex((a) => a === `--${name}` || a === `-${short}`) + 1];
  if (value !== undefined && spec.type !== "text") checkValue(spec, `--${name}`, value, command);
  throw new UsageError(
    value === undefined
      ? `--${name} needs ${spec.value ?? "a value"} behind it; ${hint(command)}`
      : `--${name} needs ${spec.value ?? "a value"} behind it, not ${value}; a value with a dash is written --${name}=${value}`,
  );
}

/** Options of weixun.json in the working folder that this command knows. */
function readConfig(command: CommandName): Record<string, unknown> {
  if (!existsSync("weixun.json")) return {};
  let config: unknown;
  try {
    config = JSON.parse(readFileSync("weixun.json", "utf8").replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new UsageError(`weixun.json: not valid JSON (${(cause as Error).message})`);
  }
  if (typeof config !== "object" || config === null || Array.isArray(config))
    throw new UsageError('weixun.json: must be an object of options, e.g. {"publisher": "…"}');
  const known = new Set(Object.values(COMMANDS).flatMap((c) => Object.keys(c.options)));
  for (const name of Object.keys(config))
    if (!known.has(name)) throw new UsageError(`weixun.json: unknown option “${name}”`);
  return Object.fromEntries(Object.entries(config).filter(([name]) => Object.hasOwn(optionsOf(command), name)));
}

/**
 * Parses what stands behind the command's name.
 * @throws UsageError for an unknown option or a value an option cannot have.
 */
export function parseInvocation(command: CommandName, argv: readonly string[]): Invocation {
  const specs = optionsOf(command);
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(specs).map(([name, s]) => [
          name,
          {
            type: s.type === "flag" ? "boolean" : "string",
            multiple: s.multiple ?? false,
            ...(s.short ? { short: s.short } : {}),
          } as const,
        ]),
      ),
    });
  } catch (error) {
    checkLostValue(command, argv, (error as Error).message);
    const message = (error as Error).message
      .replace(/\. To specify a positional.*$/s, "")
      .replace(/^Unknown option/, "unknown option");
    throw new UsageError(`${message}; ${hint(command)}`);
  }
  const values: Record<string, string | number | boolean | readonly string[]> = {};
  const take = (from: Record<string, unknown>, prefix: string): void => {
    for (const [name, raw] of Object.entries(from)) {
      const spec = specs[name]!;
      const where = `${prefix}${name}`;
      if (spec.multiple)
        values[name] = (Array.isArray(raw) ? raw : [raw]).map((r) => String(checkValue(spec, where, r, command)));
      else values[name] = checkValue(spec, where, raw, command);
    }
  };
  take(readConfig(command), "weixun.json: ");
  take(parsed.values, "--");
  const verbs = COMMANDS[command].verbs;
  const files = parsed.positionals;
  if (verbs && !verbs.includes(files[0] ?? ""))
    throw new UsageError(`weixun ${command} wants ${verbs.join(" or ")} behind it; ${hint(command)}`);
  return { command, values, files: verbs ? files.slice(1) : files };
}
