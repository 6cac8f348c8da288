/** The one file that loads dictionaries and models: build products beside the compiled code. */
import { readdirSync, readFileSync } from "node:fs";
import { getEnvironmentData, setEnvironmentData } from "node:worker_threads";
import { WeixunError } from "../core/errors.ts";

const folder = new URL(import.meta.url.endsWith(".ts") ? "../../dist/resources/" : "../resources/", import.meta.url);

/** Under this key of the environment data, threads find the bytes that the main thread has read. */
const SHARED = "weixun.resources";

/**
 * Reads one resource, e.g. `divisions.bin`; in a worker thread, the bytes that {@link shareResources} put there.
 * @throws WeixunError `not-found` when the build product is missing.
 */
export function loadResource(name: string): Uint8Array {
  const shared = getEnvironmentData(SHARED) as unknown as Readonly<Record<string, Uint8Array>> | undefined;
  if (shared?.[name]) return shared[name];
  try {
    return readFileSync(new URL(name, folder));
  } catch (cause) {
    throw new WeixunError("not-found", `resource ${name} is missing in ${folder.pathname}; run npm run build`, {
      cause,
    });
  }
}

/** Reads all resources once into memory that worker threads started from now on share. */
export function shareResources(): void {
  const shared: Record<string, Uint8Array> = {};
  for (const name of readdirSync(folder).filter((f) => f.endsWith(".bin"))) {
    const bytes = loadResource(name);
    const memory = new Uint8Array(new SharedArrayBuffer(bytes.length));
    memory.set(bytes);
    shared[name] = memory;
  }
  setEnvironmentData(SHARED, shared as never);
}
