/** What the commands share: where results go, what is said on stderr, and how a run ends. */
import { WeixunError } from "../core/errors.ts";
import { BrokenCounter, brokenMessage, decodeAll, isBinary } from "../io/decode.ts";
import { readBytes } from "../io/read-text-file.ts";
import { notWritable, type Output, openOutput } from "../io/write-output.ts";

/** Ends a run early without fault: the reader of our stdout has gone. */
export class PipeClosed extends Error {}

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, " ");

/** Says something on stderr, on one line. */
export function say(message: string): void {
  process.stderr.write(`weixun: ${oneLine(message)}\n`);
}

/**
 * A whole text file; what cannot be read in it is said.
 * @throws WeixunError naming the file, `bad-input` where it is no text.
 */
export function readText(file: string, bytes: Uint8Array = readBytes(file)): string {
  if (isBinary(bytes)) throw new WeixunError("bad-input", `${file}: the file is no text (binary); name a text file`);
  const broken = new BrokenCounter();
  const text = decodeAll(bytes, broken);
  if (broken.found) say(brokenMessage(file, broken.found));
  return text;
}

let stdoutFailure: NodeJS.ErrnoException | undefined;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  stdoutFailure ??= error;
});
process.stderr.on("error", () => {});

/** Results to stdout, waiting where the reader is slow. */
async function writeStdout(chunk: string | Uint8Array): Promise<void> {
  checkStdout();
  if (!process.stdout.write(chunk))
    await new Promise<void>((done) => {
      const finish = (): void => {
        for (const e of ["drain", "close", "error"]) process.stdout.off(e, finish);
        done();
      };
      for (const e of ["drain", "close", "error"]) process.stdout.once(e, finish);
    });
  checkStdout();
}

function checkStdout(): void {
  if (!stdoutFailure) return;
  throw stdoutFailure.code === "EPIPE" ? new PipeClosed() : notWritable("stdout", stdoutFailure);
}

/** Waits until all results have left; what failed on the way is thrown. */
async function flushStdout(): Promise<void> {
  await new Promise<void>((done) => {
    process.stdout.write("", () => done());
  });
  checkStdout();
}

const stdout: Output = { write: writeStdout, close: flushStdout, discard: async () => {} };

/** Open outputs, given up when the run is interrupted; `keep` leaves the part file for --resume. */
const open = new Map<Output, boolean>();

/** Opens `-o FILE`, or stdout where there is none, before any work. */
export function openResult(
  file: string | undefined,
  options: { keptBytes?: number; keepOnInterrupt?: boolean } = {},
): Output {
  if (file === undefined || file === "-") return stdout;
  const output = openOutput(file, options.keptBytes ?? 0);
  open.set(output, options.keepOnInterrupt ?? false);
  return {
    write: (chunk) => output.write(chunk),
    async close() {
      await output.close();
      open.delete(output);
    },
    async discard(keep) {
      open.delete(output);
      await output.discard(keep);
    },
  };
}

/** Gives up all open outputs. */
export async function discardOpen(): Promise<void> {
  for (const [output, keep] of open) await output.discard(keep);
  open.clear();
}

/** What could not be read is said at once and counted; the run goes on. */
export class Problems {
  /** Files, lines and articles that gave no result. */
  count = 0;
  /** Articles that were read and could not be analysed, of `count`. */
  failed = 0;

  add(message: string): void {
    this.count++;
    say(message);
  }

  fail(message: string): void {
    this.failed++;
    this.add(message);
  }
}

/** Exit code and message for what a command threw. */
export function explainFailure(error: unknown): { code: number; message: string | undefined } {
  if (error instanceof PipeClosed) return { code: 0, message: undefined };
  const e = error as NodeJS.ErrnoException;
  // From a thread it comes as a plain error that has kept its name in the stack.
  if (error instanceof WeixunError || e.stack?.startsWith("WeixunError:")) return { code: 2, message: e.message };
  if (e.code === "EPIPE") return { code: 0, message: undefined };
  return { code: 2, message: `unexpected failure: ${e.stack ?? String(e)}` };
}
