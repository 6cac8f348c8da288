/** How one term is printed: with quotes around its prefix, with blanks between Han and Latin. */

const PREFIX = /^(互联网|5G|AI|人工智能|物联网|区块链|数据要素)([+×])(.+)$/;
const LATIN = /[0-9A-Za-z]/;

/** 5G智慧医院 → 5G 智慧医院: a blank wherever Han and Latin meet. */
function blanked(name: string): string {
  let out = name.charAt(0);
  for (let i = 1; i < name.length; i++) {
    const [a, b] = [name.charAt(i - 1), name.charAt(i)];
    const meets = /[一-龥]/.test(a) ? LATIN.test(b) : LATIN.test(a) && /[一-龥]/.test(b);
    out += meets ? ` ${b}` : b;
  }
  return out;
}

/**
 * Spellings of a name other than its own.
 * @example spellings("互联网+医疗健康") // “互联网+”医疗健康, "互联网+"医疗健康, 互联网 + 医疗健康, 互联网 +医疗健康, …
 */
export function spellings(name: string): string[] {
  const out = new Set<string>();
  const prefix = PREFIX.exec(name);
  if (prefix) {
    const [, head = "", sign = "", rest = ""] = prefix;
    for (const [open, close] of ["“”", '""', "‘’", "「」"])
      for (const gap of ["", " "]) out.add(`${open}${head}${sign}${close}${gap}${rest}`);
    for (const form of [`${head} ${sign} ${rest}`, `${head}${sign} ${rest}`, `${head} ${sign}${rest}`]) out.add(form);
    if (sign === "+") for (const form of [`${head}＋${rest}`, `${head}加${rest}`]) out.add(form);
  }
  for (const form of [name, ...out]) out.add(blanked(form));
  out.delete(name);
  return [...out];
}
