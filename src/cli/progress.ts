/** Count, rate and time left on a terminal; silent in pipes. */
import { statSync } from "node:fs";

const SHOW_EVERY_MS = 250;

export class Progress {
  readonly #start: number = performance.now();
  readonly #terminal: boolean = process.stderr.isTTY === true;
  readonly #total: number;
  #count = 0;
  #bytes = 0;
  #shown = 0;

  /** @param files inputs; plain files tell how much there is to read. */
  constructor(files: readonly string[]) {
    const sizes = files.map((f) => {
      const stat = f === "-" || /\.gz$/i.test(f) ? undefined : statSync(f, { throwIfNoEntry: false });
      return stat?.isFile() ? stat.size : Number.NaN;
    });
    this.#total = files.length === 0 ? Number.NaN : sizes.reduce((a, b) => a + b, 0);
  }

  /** Bytes of input read so far. */
  read(bytes: number): void {
    this.#bytes += bytes;
  }

  /** One article done. */
  done(): void {
    this.#count++;
    const now = performance.now();
    if (!this.#terminal || now - this.#shown < SHOW_EVERY_MS) return;
    this.#shown = now;
    const seconds = (now - this.#start) / 1000;
    const share = this.#bytes / this.#total;
    const left = share > 0.01 && share <= 1 ? `, ${Math.ceil(seconds / share - seconds)} s left` : "";
    process.stderr.write(`\r\u001b[K${this.#count} articles, ${Math.round(this.#count / seconds)}/s${left}`);
  }

  /** Clears the line and, on a terminal or where asked, says what was done. */
  end(failed: number, unreadable: number, say: boolean): void {
    if (this.#terminal) process.stderr.write("\r\u001b[K");
    if (!this.#terminal && !say) return;
    const seconds = ((performance.now() - this.#start) / 1000).toFixed(1);
    process.stderr.write(
      `weixun: read ${this.#count + failed}, analysed ${this.#count}, failed ${failed}, unreadable ${unreadable}, ${seconds} s\n`,
    );
  }
}
