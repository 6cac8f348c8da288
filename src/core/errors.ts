/** Every code a {@link WeixunError} may carry, with what it means. */
const table = {
  "bad-argument": "an option or argument has a value it cannot have",
  "bad-article": "an article lacks a field or has one of the wrong type",
  "bad-bulletin": "a bulletin's JSON has the wrong shape",
  "bad-dictionary": "a dictionary file has a row that cannot be used",
  "bad-model": "a model or packed resource is truncated, doctored or of another version",
  "bad-input": "a file's content cannot be read as what it claims to be",
  "not-found": "a file or folder does not exist",
  "not-readable": "a file exists but cannot be read",
  "not-writable": "an output cannot be written",
  "too-large": "an input goes over a bound that guards memory",
  "not-installed": "an optional package is not installed",
} as const;

export type ErrorCode = keyof typeof table;
export const ERROR_CODES: Readonly<Record<ErrorCode, string>> = table;

/** The one error class: what is wrong, where (`file:line`, article id) and the offending value, in `message`. */
export class WeixunError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "WeixunError";
    this.code = code;
  }
}
