/** The text of a page: its declared character set is believed only if the bytes decode in it. */
import { decodeAll, isUtf8 } from "../decode.ts";

const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{3,20})/i;
const HEAD = 4096;

/** Decodes a saved page. UTF-8 wins where the bytes are UTF-8 but for a few, whatever the page says of itself. */
export function decodePage(bytes: Uint8Array): string {
  if (isUtf8(bytes) || (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return decodeAll(bytes);
  const declared = DECLARED.exec(Buffer.from(bytes.subarray(0, HEAD)).toString("latin1"))?.[1]?.toLowerCase();
  if (declared !== undefined && !/^utf-?8$/.test(declared)) {
    try {
      return new TextDecoder(declared, { fatal: true }).decode(bytes);
    } catch {
      // An unknown name, or bytes that are not what it says.
    }
  }
  return decodeAll(bytes);
}
