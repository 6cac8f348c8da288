/**
 * The one binary container of the project: named sections of bytes behind a magic, a schema name, a version and a
 * checksum, so that a truncated, doctored or outdated file is refused and loading is views on one buffer.
 *
 * Layout (little endian): "WXPK" · u32 version · u32 checksum of all that follows · u32 header bytes · header JSON
 * (schema, sections: [name, offset, length]) · padding to 8 · sections, each padded to 8.
 */
import { WeixunError } from "./errors.ts";

const MAGIC = 0x4b505857;
const PREFIX = 16;
const align8 = (n: number): number => (n + 7) & ~7;

/** FNV-1a over 32-bit words, the tail by bytes: catches any truncation and any changed byte in one pass. */
function checksum(bytes: Uint8Array): number {
  let h = 0x811c9dc5;
  const words = bytes.byteLength >>> 2;
  const view = new Uint32Array(bytes.buffer, bytes.byteOffset, words);
  for (let i = 0; i < words; i++) h = Math.imul(h ^ view[i]!, 0x01000193) ^ (h >>> 15);
  for (let i = words * 4; i < bytes.length; i++) h = Math.imul(h ^ bytes[i]!, 0x01000193);
  return h >>> 0;
}

export type Section =
  | Uint8Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float64Array
  | Int8Array
  | Int16Array
  | string;

/** Packs sections (strings as UTF-8) in the order given. The same input gives the same bytes. */
export function pack(schema: string, version: number, sections: Readonly<Record<string, Section>>): Uint8Array {
  const bodies = Object.entries(sections).map(([name, s]) => ({
    name,
    bytes: typeof s === "string" ? new TextEncoder().encode(s) : new Uint8Array(s.buffer, s.byteOffset, s.byteLength),
  }));
  const table: [string, number, number][] = [];
  let at = 0;
  for (const b of bodies) {
    table.push([b.name, at, b.bytes.length]);
    at += align8(b.bytes.length);
  }
  const header = new TextEncoder().encode(JSON.stringify({ schema, sections: table }));
  const base = align8(PREFIX + header.length);
  const out = new Uint8Array(base + at);
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, version, true);
  view.setUint32(12, header.length, true);
  out.set(header, PREFIX);
  bodies.forEach((b, i) => {
    out.set(b.bytes, base + table[i]![1]);
  });
  view.setUint32(8, checksum(out.subarray(12)), true);
  return out;
}

/** Sections of a packed file, as views on its bytes. */
export class Packed {
  readonly #bytes: Uint8Array;
  readonly #base: number;
  readonly #table: ReadonlyMap<string, readonly [number, number]>;
  readonly #name: string;

  /**
   * Checks magic, schema, version and checksum.
   * @throws WeixunError `bad-model` naming `name` and what does not fit.
   */
  constructor(bytes: Uint8Array, schema: string, version: number, name: string = schema) {
    const refuse = (why: string): never => {
      throw new WeixunError(
        "bad-model",
        `${name}: ${why}; build it again (npm run build) or install the package again`,
      );
    };
    const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
    if (aligned.length < PREFIX) refuse(`truncated (${aligned.length} bytes)`);
    const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength);
    if (view.getUint32(0, true) !== MAGIC) refuse("is not a packed resource of weixun");
    if (view.getUint32(4, true) !== version) refuse(`has version ${view.getUint32(4, true)}, expected ${version}`);
    if (view.getUint32(8, true) !== checksum(aligned.subarray(12)))
      refuse("checksum does not match (truncated or changed)");
    const headerBytes = view.getUint32(12, true);
    const header = JSON.parse(new TextDecoder().decode(aligned.subarray(PREFIX, PREFIX + headerBytes))) as {
      schema: string;
      sections: [string, number, number][];
    };
    if (header.schema !== schema) refuse(`holds “${header.schema}”, expected “${schema}”`);
    this.#bytes = aligned;
    this.#base = align8(PREFIX + headerBytes);
    this.#table = new Map(header.sections.map(([n, o, l]) => [n, [o, l] as const]));
    this.#name = name;
  }

  has(section: string): boolean {
    return this.#table.has(section);
  }

  bytes(section: string): Uint8Array {
    const place = this.#table.get(section);
    if (!place) throw new WeixunError("bad-model", `${this.#name}: section “${section}” is missing`);
    const start = this.#base + place[0];
    return this.#bytes.subarray(start, start + place[1]);
  }

  text(section: string): string {
    return new TextDecoder().decode(this.bytes(section));
  }

  int32(section: string): Int32Array {
    const b = this.bytes(section);
    return new Int32Array(b.buffer as ArrayBuffer, b.byteOffset, b.byteLength >>> 2);
  }

  uint32(section: string): Uint32Array {
    const b = this.bytes(section);
    return new Uint32Array(b.buffer as ArrayBuffer, b.byteOffset, b.byteLength >>> 2);
  }

  uint16(section: string): Uint16Array {
    const b = this.bytes(section);
    return new Uint16Array(b.buffer as ArrayBuffer, b.byteOffset, b.byteLength >>> 1);
  }

  int8(section: string): Int8Array {
    const b = this.bytes(section);
    return new Int8Array(b.buffer as ArrayBuffer, b.byteOffset, b.byteLength);
  }

  int16(section: string): Int16Array {
    const b = this.bytes(section);
    return new Int16Array(b.buffer as ArrayBuffer, b.byteOffset, b.byteLength >>> 1);
  }

  float64(section: string): Float64Array {
    const b = this.bytes(section);
    return new Float64Array(b.buffer as ArrayBuffer, b.byteOffset, b.byteLength >>> 3);
  }
}
