/** What callers without types may hand in: checked once at the door, refused with what, where and what to do. */
import { WeixunError } from "./errors.ts";

/** A value in a message: null, 5, "pdf", a Date, a list. */
export function valueShown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return `an object (${value.constructor?.name ?? "Object"})`;
  return typeof value === "function" ? "a function" : String(value);
}

const refuse = (where: string, wants: string, value: unknown): never => {
  throw new WeixunError("bad-argument", `${where} must be ${wants}, is ${valueShown(value)}`);
};

/** @throws WeixunError `bad-argument` where the value is no string. */
export function checkText(where: string, value: unknown): void {
  if (typeof value !== "string") refuse(where, "a string", value);
}

/** @throws WeixunError `bad-argument` where the value is no array; `of` says of what. */
export function checkList(where: string, value: unknown, of: string): void {
  if (!Array.isArray(value)) refuse(where, `an array of ${of}`, value);
}

/** @throws WeixunError `bad-argument` where options are no object. */
export function checkOptions(where: string, value: unknown): void {
  if (typeof value !== "object" || value === null) refuse(where, "an object of options", value);
}

/** An option that is left out is no fault. @throws WeixunError `bad-argument` where it is none of the choices. */
export function checkChoice(where: string, value: unknown, choices: readonly string[]): void {
  if (value !== undefined && !choices.includes(value as string)) refuse(where, `one of ${choices.join(", ")}`, value);
}
