/** Zip archives in memory. The project's one door to fflate. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { WeixunError } from "../core/errors.ts";

/** A Word file's largest part is far below this; what unpacks to more is a bomb. */
const MAX_UNPACKED = 128 * 1024 * 1024;

/**
 * Unpacks the files that `wanted` names (all by default).
 * @throws WeixunError `bad-input` for a broken archive, `too-large` where it unpacks to more than 128 MiB.
 */
export function unzip(bytes: Uint8Array, name: string, wanted?: (file: string) => boolean): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter(file) {
        if (wanted && !wanted(file.name)) return false;
        total += file.originalSize;
        if (total > MAX_UNPACKED)
          throw new WeixunError("too-large", `${name} unpacks to more than ${MAX_UNPACKED >> 20} MiB`);
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof WeixunError) throw cause;
    throw new WeixunError("bad-input", `${name} is no Word file or a broken one (${(cause as Error).message})`, {
      cause,
    });
  }
}

/** Packs files in the order given, all dated 1980-01-01: the same files give the same bytes. */
export function zip(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const zippable: Zippable = {};
  for (const [name, bytes] of files) zippable[name] = [bytes, { mtime: "1980-01-01T00:00:00", level: 6 }];
  return zipSync(zippable);
}

export { strFromU8 as utf8Text, strToU8 as utf8Bytes };
