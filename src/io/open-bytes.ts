/** Bytes of a file or of stdin as a stream, gzip unpacked by its first bytes. */
import { createReadStream, statSync } from "node:fs";
import { isAbsolute } from "node:path";
import { createGunzip } from "node:zlib";
import { WeixunError } from "../core/errors.ts";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "may not be read (permission denied)",
  EPERM: "may not be read (permission denied)",
  EISDIR: "is a folder",
};

/** No such file: where it was looked for shows what is wrong with a relative name. */
export const absent = (file: string, cause?: unknown): WeixunError =>
  new WeixunError(
    "not-found",
    `${file} does not exist; ${isAbsolute(file) ? "check the path" : `looked in ${process.cwd()}`}`,
    { cause },
  );

/** A reading error as a one-line message that names the file. */
export function readError(file: string, cause: unknown): WeixunError {
  if (cause instanceof WeixunError) return cause;
  const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? "";
  if (code.startsWith("Z_") || code === "ERR_BUFFER_TOO_LARGE")
    return new WeixunError("bad-input", `${file}: the gzip file is broken or cut short; pack it again`, { cause });
  if (code === "ENOENT") return absent(file, cause);
  return new WeixunError("not-readable", `${file} ${REASONS[code] ?? `cannot be read (${code || String(cause)})`}`, {
    cause,
  });
}

async function* fileChunks(file: string): AsyncGenerator<Uint8Array> {
  if (file !== "-" && statSync(file).isDirectory()) throw new WeixunError("not-readable", `${file} is a folder`);
  yield* (file === "-" ? process.stdin : createReadStream(file)) as AsyncIterable<Uint8Array>;
}

/** At least `size` bytes (or all there are) first, so that a look at the beginning is possible. */
async function* withBeginning(chunks: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    if (length >= size) {
      yield chunk;
      continue;
    }
    held.push(chunk);
    length += chunk.length;
    if (length >= size) yield Buffer.concat(held);
  }
  if (length > 0 && length < size) yield Buffer.concat(held);
}

const BEGINNING = 8192;

/**
 * Streams a file's bytes (`-`: stdin); the first chunk holds the first 8 KiB or all there is.
 * @throws WeixunError `not-found`, `not-readable`, `bad-input` while it is read.
 */
export async function* openBytes(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* withBeginning(unpack(withBeginning(fileChunks(file), 2)), BEGINNING);
  } catch (cause) {
    throw readError(file, cause);
  }
}

async function* unpack(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const first = await chunks.next();
  if (first.done) return;
  const all = (async function* (): AsyncGenerator<Uint8Array> {
    yield first.value;
    yield* chunks;
  })();
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* all;
    return;
  }
  const gunzip = createGunzip();
  const feeding = (async () => {
    try {
      for await (const chunk of all) if (!gunzip.write(chunk)) await drained(gunzip);
      gunzip.end();
    } catch (error) {
      gunzip.destroy(error as Error);
    }
  })();
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
    await feeding;
  } finally {
    gunzip.destroy();
  }
}

function drained(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      for (const event of ["drain", "close", "error"]) stream.off(event, done);
      resolve();
    };
    for (const event of ["drain", "close", "error"]) stream.on(event, done);
  });
}
