/** Whole text files (bulletins, dictionaries, labels), in whatever encoding they were saved. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { WeixunError } from "../core/errors.ts";
import { decodeAll } from "./decode.ts";
import { absent, readError } from "./open-bytes.ts";

/** A past bulletin or dictionary is far below this; what is larger is something else. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Reads a file's bytes, unpacking gzip. @throws WeixunError `not-found`, `not-readable`, `too-large`, `bad-input`. */
export function readBytes(file: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    if (file !== "-" && statSync(file).size > MAX_BYTES)
      throw new WeixunError("too-large", `${file} is larger than ${MAX_BYTES >> 20} MiB`);
    bytes = readFileSync(file === "-" ? 0 : file);
  } catch (cause) {
    throw readError(file, cause);
  }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
  } catch (cause) {
    throw new WeixunError(
      "bad-input",
      `${file}: the gzip file is broken or unpacks to more than ${MAX_BYTES >> 20} MiB`,
      { cause },
    );
  }
}

/** Reads a whole text file. @throws WeixunError naming the file. */
export function readTextFile(file: string): string {
  return decodeAll(readBytes(file));
}

/** A file, or the files of a folder with one of the endings, in the order of their names. */
export function listFiles(path: string, endings: RegExp): string[] {
  const stat = path === "-" ? undefined : statSync(path, { throwIfNoEntry: false });
  if (path !== "-" && !stat) throw absent(path);
  if (!stat?.isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => endings.test(name) && !name.startsWith("."))
    .sort()
    .map((name) => join(path, name));
}
