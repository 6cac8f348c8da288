import fc from "fast-check";
import { expect, it } from "vitest";
import { walk } from "../../src/lexicon/double-array.ts";
import { buildDoubleArray, makeAlphabet } from "../../src/lexicon/double-array-builder.ts";

const word = fc.string({ unit: fc.constantFrom(..."健康信息平台5Gg市😀"), minLength: 1, maxLength: 6 });

it("holds exactly the keys, each with its value, whatever they are", () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), fc.array(word, { maxLength: 60 }), (words, others) => {
      const keys = [...words].sort((a, b) => (a < b ? -1 : 1));
      const { symbols, alphabetSize } = makeAlphabet(keys);
      const { cells, nodes } = buildDoubleArray({ keys, values: keys.map((_, i) => i + 1), symbols, alphabetSize });
      const value = (key: string): number => {
        const units = Uint16Array.from(key, () => 0);
        for (let i = 0; i < units.length; i++) units[i] = symbols[key.charCodeAt(i)]!;
        return cells[2 * walk(cells, 0, units, 0, units.length) + 1]! & 0xffff;
      };
      for (const text of [...keys, ...others].filter((t) => !/[\ud800-\udfff]/.test(t)))
        expect(value(text)).toBe(keys.indexOf(text) + 1);
      expect(new Set(nodes).size).toBe(keys.length);
    }),
  );
});
