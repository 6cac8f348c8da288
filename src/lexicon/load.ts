/** The one file that loads dictionaries and models: build products beside the compiled code. */
import { readFileSync } from "node:fs";
import { WeixunError } from "../core/errors.ts";

const folder = new URL(import.meta.url.endsWith(".ts") ? "../../dist/resources/" : "../resources/", import.meta.url);

/**
 * Reads one resource, e.g. `divisions.bin`.
 * @throws WeixunError `not-found` when the build product is missing.
 */
export function loadResource(name: string): Uint8Array {
  try {
    return readFileSync(new URL(name, folder));
  } catch (cause) {
    throw new WeixunError("not-found", `resource ${name} is missing in ${folder.pathname}; run npm run build`, {
      cause,
    });
  }
}
