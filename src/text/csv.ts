/** CSV for Excel: UTF-8 with BOM, CRLF, and no cell that Excel would run as a formula. */

/** A cell that begins with one of these is a formula to Excel, also behind blanks. */
const FORMULA = /^\s*[=+\-@\t\r]/;

/** One cell: formulas defused by a leading apostrophe, quoted where needed. */
export function csvCell(value: string | number): string {
  const text = typeof value === "number" ? String(value) : FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A whole file of rows. */
export function csvFile(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;
}
