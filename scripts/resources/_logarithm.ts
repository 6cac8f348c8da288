/** Bits behind the binary point. */
const BITS = 160n;
const ONE = 1n << BITS;

/** 2 · artanh(z) of a fixed-point number in (−1, 1): the natural logarithm of (1 + z) / (1 − z). */
function twiceArtanh(z: bigint): bigint {
  const square = (z * z) >> BITS;
  let sum = 0n;
  let power = z;
  for (let k = 1n; power !== 0n && power !== -1n; k += 2n) {
    sum += power / k;
    power = (power * square) >> BITS;
  }
  return 2n * sum;
}

const LN2 = twiceArtanh(ONE / 3n);

/** A double as integer · 2^exponent. */
function split(x: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  return { mantissa: (bits & ((1n << 52n) - 1n)) | (1n << 52n), exponent: Number((bits >> 52n) & 0x7ffn) - 1075 };
}

/**
 * The natural logarithm of a positive normal double, rounded correctly. Math.log may be off in the last place, and
 * then two segmentations of equal weight would be ordered other than by the C library that cppjieba calls.
 */
export function logarithm(x: number): number {
  const { mantissa, exponent } = split(x);
  const m = mantissa << (BITS - 52n);
  const result = twiceArtanh(((m - ONE) << BITS) / (m + ONE)) + BigInt(exponent + 52) * LN2;
  // A quotient of two integers below 2^53 is rounded correctly, so keep 53 significant bits, half away from zero.
  const sign = result < 0n ? -1n : 1n;
  const size = result * sign;
  const drop = BigInt(Math.max(0, size.toString(2).length - 53));
  const rounded = drop === 0n ? size : (size + (1n << (drop - 1n))) >> drop;
  return Number(sign) * Number(rounded) * 2 ** Number(drop - BITS);
}
