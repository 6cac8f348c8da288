/** Classes of UTF-16 units, looked up in tables. */

/** Whether a unit is one of the 20,992 common Han characters. */
export const isCommonHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

/** A table with 1 at the units of a string. */
export function unitTable(units: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let i = 0; i < units.length; i++) table[units.charCodeAt(i)] = 1;
  return table;
}
