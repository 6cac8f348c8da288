/** A linear-chain CRF trained by AdaGrad, one sentence a step. */
import { type Alphabet, SentenceContext } from "../../../src/extract/institutions/tagger/context.ts";
import type { Gazetteer } from "../../../src/extract/institutions/tagger/gazetteer.ts";
import { isEnd, isLegal, isStart, TAG_COUNT, writeTags } from "../../../src/extract/institutions/tagger/tags.ts";
import { isCoarse, keysAt, MOST_KEYS } from "../../../src/extract/institutions/tagger/templates.ts";
import type { Sentence } from "./corpora.ts";
import type { Random } from "./random.ts";

const T = TAG_COUNT;
/** Learning rate, and where the squared-gradient sums begin. */
const RATE = 0.2;
const ROW_START = 0.1;
const TRANSITION_START = 1;
const L2 = 1e-6;
/** Gradients smaller than this are not applied: most of the text is plain after the first epoch. */
const LEAST_GRADIENT = 0.002;

/** Distinct keys → counts, then row numbers. */
export class KeyTable {
  #keys: Uint32Array = new Uint32Array(1 << 24);
  #values: Int32Array = new Int32Array(1 << 24);
  size = 0;

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let h = Math.imul(key, 0x9e3779b1);
    h = (h ^ (h >>> 15)) & mask;
    while (this.#keys[h] !== 0 && this.#keys[h] !== key + 1) h = (h + 1) & mask;
    return h;
  }

  count(key: number): void {
    const h = this.#slot(key);
    if (this.#keys[h] === 0) {
      this.#keys[h] = key + 1;
      if (++this.size > this.#keys.length * 0.6) this.#grow();
      this.#values[this.#slot(key)]!++;
    } else this.#values[h]!++;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#values = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++)
      if (keys[i] !== 0) {
        const h = this.#slot(keys[i]! - 1);
        this.#keys[h] = keys[i]!;
        this.#values[h] = values[i]!;
      }
  }

  /** Replaces counts by row numbers in the order of the keys (−1 below `least`); returns the kept keys. */
  number(least: number): Uint32Array {
    let kept = 0;
    for (let i = 0; i < this.#keys.length; i++) if (this.#values[i]! >= least) kept++;
    const keys = new Uint32Array(kept);
    let n = 0;
    for (let i = 0; i < this.#keys.length; i++)
      if (this.#values[i]! >= least) keys[n++] = this.#keys[i]! - 1;
      else this.#values[i] = -1;
    keys.sort();
    for (let r = 0; r < keys.length; r++) this.#values[this.#slot(keys[r]!)] = r;
    return keys;
  }

  row(key: number): number {
    const h = this.#slot(key);
    return this.#keys[h] === 0 ? -1 : this.#values[h]!;
  }
}

/** Sentences as rows of features, ready for many epochs. */
export interface Encoded {
  /** Where each position's rows begin; one more entry closes the last. */
  readonly rowStart: Int32Array;
  readonly rows: Int32Array;
  readonly tags: Uint8Array;
  /** First position of each sentence; one more entry closes the last. */
  readonly sentenceStart: Int32Array;
}

export function tagsOf(sentence: Sentence): Uint8Array {
  const tags = new Uint8Array(sentence.text.length);
  for (const s of sentence.spans) writeTags(tags, s.start, s.end, s.label);
  return tags;
}

export class FeatureReader {
  readonly #context: SentenceContext;
  readonly #out = new Uint32Array(MOST_KEYS);

  constructor(alphabet: Alphabet, gazetteer: Gazetteer) {
    this.#context = new SentenceContext(alphabet, gazetteer);
  }

  count(sentences: readonly Sentence[], table: KeyTable): void {
    for (const { text } of sentences) {
      this.#context.read(text, 0, text.length);
      for (let i = 0; i < text.length; i++) {
        const n = keysAt(this.#context, i, this.#out);
        for (let k = 0; k < n; k++) table.count(this.#out[k]!);
      }
    }
  }

  encode(sentences: readonly Sentence[], table: KeyTable): Encoded {
    const positions = sentences.reduce((sum, s) => sum + s.text.length, 0);
    const rowStart = new Int32Array(positions + 1);
    const tags = new Uint8Array(positions);
    const sentenceStart = new Int32Array(sentences.length + 1);
    let rows = new Int32Array(positions * 36);
    let [p, r] = [0, 0];
    sentences.forEach((sentence, s) => {
      const n = sentence.text.length;
      tags.set(tagsOf(sentence), p);
      this.#context.read(sentence.text, 0, n);
      for (let i = 0; i < n; i++) {
        const count = keysAt(this.#context, i, this.#out);
        if (r + count > rows.length) {
          const larger = new Int32Array(Math.floor(rows.length * 1.2) + MOST_KEYS);
          larger.set(rows);
          rows = larger;
        }
        for (let k = 0; k < count; k++) {
          const row = table.row(this.#out[k]!);
          if (row >= 0) rows[r++] = row;
        }
        rowStart[++p] = r;
      }
      sentenceStart[s + 1] = p;
    });
    return { rowStart, rows: rows.slice(0, r), tags, sentenceStart };
  }
}

/**
 * The same features, each of a coarse template twice: as row `r`, shared with all sets, and as row `keys.length + r`,
 * which only this set has. What a set calls a name otherwise than the rest is learnt in its own rows, which no model keeps
 * (Daumé, Frustratingly Easy Domain Adaptation, 2007).
 */
export function withOwnRows(data: Encoded, keys: Uint32Array): Encoded {
  const rowStart = new Int32Array(data.rowStart.length);
  const rows = new Int32Array(data.rows.length * 2);
  let r = 0;
  for (let i = 0; i + 1 < data.rowStart.length; i++) {
    for (let f = data.rowStart[i]!; f < data.rowStart[i + 1]!; f++) {
      const row = data.rows[f]!;
      rows[r++] = row;
      if (isCoarse(keys[row]!)) rows[r++] = keys.length + row;
    }
    rowStart[i + 1] = r;
  }
  return { ...data, rowStart, rows: rows.slice(0, r) };
}

/** The same without the rows that are not `kept`; rows of a set's own stay. */
export function onlyRows(data: Encoded, kept: Uint8Array): Encoded {
  const rowStart = new Int32Array(data.rowStart.length);
  const rows = new Int32Array(data.rows.length);
  let r = 0;
  for (let i = 0; i + 1 < data.rowStart.length; i++) {
    for (let f = data.rowStart[i]!; f < data.rowStart[i + 1]!; f++) {
      const row = data.rows[f]!;
      if (row >= kept.length || kept[row] === 1) rows[r++] = row;
    }
    rowStart[i + 1] = r;
  }
  return { ...data, rowStart, rows: rows.slice(0, r) };
}

/** Sentences of one encoded set, by number. */
export interface Part {
  readonly data: Encoded;
  readonly order: Int32Array;
}
/** More than the parts of any epoch. */
const PARTS = 1024;

/** Legal transitions as parallel lists. */
const pairs: [number, number][] = [];
for (let a = 0; a < T; a++) for (let b = 0; b < T; b++) if (isLegal(a, b)) pairs.push([a, b]);
const FROM = Uint8Array.from(pairs, (p) => p[0]);
const TO = Uint8Array.from(pairs, (p) => p[1]);
const starts = Array.from({ length: T }, (_, t) => (isStart(t) ? 1 : 0));
const ends = Array.from({ length: T }, (_, t) => (isEnd(t) ? 1 : 0));

export class Crf {
  /** Per row: 10 weights, then their 10 sums of squared gradients. */
  readonly cells: Float32Array;
  readonly transitions: Float64Array = new Float64Array(T * T);
  readonly #transitionSums: Float64Array = new Float64Array(T * T).fill(TRANSITION_START);
  #score = new Float64Array(T * 1024);
  #alpha = new Float64Array(T * 1024);
  #beta = new Float64Array(T * 1024);

  constructor(rowCount: number) {
    this.cells = new Float32Array(rowCount * 2 * T);
    for (let r = 0; r < rowCount; r++) this.cells.fill(ROW_START, r * 2 * T + T, (r + 1) * 2 * T);
  }

  copy(): Crf {
    const other = new Crf(this.cells.length / (2 * T));
    other.cells.set(this.cells);
    other.transitions.set(this.transitions);
    other.#transitionSums.set(this.#transitionSums);
    return other;
  }

  /** One pass over the sentences of all parts, mixed; returns the mean loss a character. */
  epoch(parts: readonly Part[], random: Random, rate: number = RATE): number {
    const order = new Int32Array(parts.reduce((sum, p) => sum + p.order.length, 0));
    let filled = 0;
    parts.forEach((part, k) => {
      for (const s of part.order) order[filled++] = s * PARTS + k;
    });
    let [loss, characters] = [0, 0];
    for (const code of random.shuffle(order)) {
      const { data } = parts[code % PARTS]!;
      const s = Math.floor(code / PARTS);
      const start = data.sentenceStart[s]!;
      const n = data.sentenceStart[s + 1]! - start;
      if (n === 0) continue;
      loss += this.#step(data, start, n, rate);
      characters += n;
    }
    return loss / characters;
  }

  /** Emission scores of `n` positions from `start`. */
  #emit(data: Encoded, start: number, n: number): void {
    if (this.#score.length < n * T) {
      this.#score = new Float64Array(n * T * 2);
      this.#alpha = new Float64Array(n * T * 2);
      this.#beta = new Float64Array(n * T * 2);
    }
    const { rowStart, rows } = data;
    const cells = this.cells;
    const score = this.#score;
    for (let i = 0; i < n; i++) {
      let [s0, s1, s2, s3, s4, s5, s6, s7, s8, s9] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
      for (let f = rowStart[start + i]!; f < rowStart[start + i + 1]!; f++) {
        const r = rows[f]! * 2 * T;
        s0 += cells[r]!;
        s1 += cells[r + 1]!;
        s2 += cells[r + 2]!;
        s3 += cells[r + 3]!;
        s4 += cells[r + 4]!;
        s5 += cells[r + 5]!;
        s6 += cells[r + 6]!;
        s7 += cells[r + 7]!;
        s8 += cells[r + 8]!;
        s9 += cells[r + 9]!;
      }
      const b = i * T;
      score[b] = s0;
      score[b + 1] = s1;
      score[b + 2] = s2;
      score[b + 3] = s3;
      score[b + 4] = s4;
      score[b + 5] = s5;
      score[b + 6] = s6;
      score[b + 7] = s7;
      score[b + 8] = s8;
      score[b + 9] = s9;
    }
  }

  #step(data: Encoded, start: number, n: number, rate: number): number {
    this.#emit(data, start, n);
    const [score, alpha, beta] = [this.#score, this.#alpha, this.#beta];
    const { rowStart, rows, tags } = data;
    const transitions = this.transitions;
    const weights = Float64Array.from(FROM, (a, k) => Math.exp(transitions[a * T + TO[k]!]!));
    // log p(gold) = gold score − log Z; score becomes exp(score − max) with the maxima summed in `logZ`.
    let gold = 0;
    let logZ = 0;
    for (let i = 0; i < n; i++) {
      const b = i * T;
      gold += score[b + tags[start + i]!]!;
      if (i > 0) gold += transitions[tags[start + i - 1]! * T + tags[start + i]!]!;
      let max = score[b]!;
      for (let t = 1; t < T; t++) if (score[b + t]! > max) max = score[b + t]!;
      for (let t = 0; t < T; t++) score[b + t] = Math.exp(score[b + t]! - max);
      logZ += max;
    }
    for (let i = 0; i < n; i++) {
      const b = i * T;
      if (i === 0) for (let t = 0; t < T; t++) alpha[t] = starts[t]! * score[t]!;
      else {
        alpha.fill(0, b, b + T);
        for (let k = 0; k < FROM.length; k++) alpha[b + TO[k]!]! += alpha[b - T + FROM[k]!]! * weights[k]!;
        for (let t = 0; t < T; t++) alpha[b + t]! *= score[b + t]!;
      }
      let sum = 0;
      for (let t = 0; t < T; t++) sum += alpha[b + t]!;
      const inverse = 1 / sum;
      for (let t = 0; t < T; t++) alpha[b + t]! *= inverse;
      logZ += Math.log(sum);
    }
    const last = (n - 1) * T;
    let tail = 0;
    for (let t = 0; t < T; t++) {
      beta[last + t] = ends[t]!;
      tail += alpha[last + t]! * ends[t]!;
    }
    logZ += Math.log(tail);
    for (let i = n - 2; i >= 0; i--) {
      const b = i * T;
      beta.fill(0, b, b + T);
      for (let k = 0; k < FROM.length; k++)
        beta[b + FROM[k]!]! += weights[k]! * score[b + T + TO[k]!]! * beta[b + T + TO[k]!]!;
      let sum = 0;
      for (let t = 0; t < T; t++) sum += beta[b + t]!;
      for (let t = 0; t < T; t++) beta[b + t]! /= sum;
    }
    // Transitions.
    const expected = new Float64Array(FROM.length);
    const part = new Float64Array(FROM.length);
    for (let i = 1; i < n; i++) {
      const b = i * T;
      let z = 0;
      for (let k = 0; k < FROM.length; k++) {
        const v = alpha[b - T + FROM[k]!]! * weights[k]! * score[b + TO[k]!]! * beta[b + TO[k]!]!;
        part[k] = v;
        z += v;
      }
      for (let k = 0; k < FROM.length; k++) {
        expected[k]! += part[k]! / z;
        if (FROM[k] === tags[start + i - 1] && TO[k] === tags[start + i]) expected[k]! -= 1;
      }
    }
    for (let k = 0; k < FROM.length; k++) {
      const cell = FROM[k]! * T + TO[k]!;
      const g = expected[k]! + L2 * transitions[cell]!;
      if (Math.abs(g) < LEAST_GRADIENT) continue;
      this.#transitionSums[cell]! += g * g;
      transitions[cell]! -= (rate * g) / Math.sqrt(this.#transitionSums[cell]!);
    }
    // Rows.
    const cells = this.cells;
    const gradient = new Float64Array(T);
    for (let i = 0; i < n; i++) {
      const b = i * T;
      let z = 0;
      for (let t = 0; t < T; t++) z += gradient[t] = alpha[b + t]! * beta[b + t]!;
      let largest = 0;
      for (let t = 0; t < T; t++) {
        gradient[t] = gradient[t]! / z - (tags[start + i] === t ? 1 : 0);
        if (Math.abs(gradient[t]!) > largest) largest = Math.abs(gradient[t]!);
      }
      if (largest < LEAST_GRADIENT) continue;
      for (let f = rowStart[start + i]!; f < rowStart[start + i + 1]!; f++) {
        const r = rows[f]! * 2 * T;
        for (let t = 0; t < T; t++) {
          const raw = gradient[t]!;
          if (raw < LEAST_GRADIENT && raw > -LEAST_GRADIENT) continue;
          const g = raw + L2 * cells[r + t]!;
          const sum = cells[r + T + t]! + g * g;
          cells[r + T + t] = sum;
          cells[r + t]! -= (rate * g) / Math.sqrt(sum);
        }
      }
    }
    return logZ - gold;
  }

  /** Forgets all rows of the first `count` but those `kept`: what is learnt later is learnt without them. */
  forget(count: number, kept: Uint8Array): void {
    for (let r = 0; r < count; r++) if (kept[r] === 0) this.cells.fill(0, r * 2 * T, r * 2 * T + T);
  }
}
