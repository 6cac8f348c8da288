/** Output files appear whole or not at all: everything goes to a part file beside the target, renamed at the end. */
import {
  accessSync,
  closeSync,
  constants,
  createWriteStream,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  realpathSync,
  rmSync,
  statSync,
  type WriteStream,
} from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { WeixunError } from "../core/errors.ts";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "its folder does not exist",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is not a folder",
  EFBIG: "the file would be too large",
  ETAKEN: "another run is writing it",
};

/** The error for an output that cannot be written, naming the file and why. */
export function notWritable(file: string, cause: unknown): WeixunError {
  const code = (cause as { code?: string }).code ?? "";
  return new WeixunError("not-writable", `cannot write ${file}: ${REASONS[code] ?? (code || String(cause))}`, {
    cause,
  });
}

/** The file that is meant: behind a link the one it leads to. */
const targetOf = (file: string): string => (existsSync(file) ? realpathSync(file) : file);

/** Where the unfinished content of a file stands: the same name each time, so that a run can be taken up again. */
export function partFile(file: string): string {
  const target = targetOf(file);
  return join(dirname(target), `.${basename(target)}.part`);
}

/** An output file in the making. */
export interface Output {
  /** Resolves when there is room for more. */
  write(chunk: string | Uint8Array): Promise<void>;
  /** Puts the finished file in its place. */
  close(): Promise<void>;
  /** Gives up; `keep` leaves the part file for a later run. */
  discard(keep?: boolean): Promise<void>;
}

/**
 * Opens an output file, before any work, so that a path that cannot be written is found at once.
 * @param keptBytes bytes of an earlier part file to keep and to write behind; 0 starts anew.
 * @throws WeixunError `not-writable`.
 */
export function openOutput(file: string, keptBytes: number = 0): Output {
  let target = file;
  let part = "";
  let stream: WriteStream;
  let failure: unknown;
  let inode = 0;
  try {
    const old = statSync(file, { throwIfNoEntry: false });
    if (old?.isDirectory()) throw Object.assign(new Error("is a folder"), { code: "EISDIR" });
    if (old) accessSync(file, constants.W_OK);
    // A device or a pipe is written to, never replaced by a file; behind a link stands the file that is meant.
    if (old && !old.isFile()) return openDevice(file);
    target = targetOf(file);
    part = partFile(file);
    // Anew is a new file: a run that still writes the old one finds out at its end, and mixes nothing in.
    if (keptBytes === 0) rmSync(part, { force: true });
    const fd = openSync(part, keptBytes > 0 ? "r+" : "w");
    try {
      inode = fstatSync(fd).ino;
      ftruncateSync(fd, keptBytes);
    } catch (error) {
      closeSync(fd);
      throw error;
    }
    stream = createWriteStream(part, { fd, start: keptBytes, highWaterMark: 1 << 20 });
    stream.on("error", (error) => {
      failure ??= error;
    });
  } catch (cause) {
    throw notWritable(file, cause);
  }
  const check = (): void => {
    if (failure) throw notWritable(file, failure);
  };
  const isOurs = (): boolean => statSync(part, { throwIfNoEntry: false })?.ino === inode;
  return {
    async write(chunk) {
      check();
      if (!stream.write(chunk)) await settled(stream, "drain");
      check();
    },
    async close() {
      stream.end();
      await settled(stream, "close");
      check();
      if (!isOurs()) throw notWritable(file, { code: "ETAKEN" });
      try {
        await rename(part, target);
      } catch (cause) {
        throw notWritable(file, cause);
      }
    },
    async discard(keep = false) {
      if (keep) stream.end();
      else stream.destroy();
      await settled(stream, "close");
      if (!keep && isOurs()) await rm(part, { force: true });
    },
  };
}

/** A device such as /dev/null, or a named pipe: what is written is gone at once, so nothing is kept or given up. */
function openDevice(file: string): Output {
  let failure: unknown;
  const stream = createWriteStream(file);
  stream.on("error", (error) => {
    failure ??= error;
  });
  const check = (): void => {
    if (failure) throw notWritable(file, failure);
  };
  return {
    async write(chunk) {
      check();
      if (!stream.write(chunk)) await settled(stream, "drain");
      check();
    },
    async close() {
      stream.end();
      await settled(stream, "close");
      check();
    },
    async discard() {
      stream.destroy();
      await settled(stream, "close");
    },
  };
}

/** Resolves at the event or at the stream's end, whichever comes first. */
function settled(stream: WriteStream, event: "drain" | "close"): Promise<void> {
  if (stream.closed) return Promise.resolve();
  return new Promise((done) => {
    const finish = (): void => {
      for (const e of [event, "error", "close"]) stream.off(e, finish);
      done();
    };
    for (const e of new Set([event, event === "drain" ? "error" : "close", "close"])) stream.on(e, finish);
  });
}

/** Writes one whole file. */
export async function writeFileWhole(file: string, content: string | Uint8Array): Promise<void> {
  const output = openOutput(file);
  try {
    await output.write(content);
    await output.close();
  } catch (error) {
    await output.discard();
    throw error;
  }
}
