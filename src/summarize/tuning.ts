/** What the parts of a clause are worth to a summary; set on the gold issues, each measured on the others. */

export interface Tuning {
  /** Worth of a figure, for its likelihood, where a date is worth 1 and a name no more than its words. */
  readonly figure: number;
  /** Worth of a word, for one character. */
  readonly word: number;
  readonly clause: number;
  readonly joint: number;
  readonly length: number;
  readonly event: number;
  readonly anecdote: number;
  readonly personal: number;
  readonly comment: number;
  readonly background: number;
  readonly forward: number;
  readonly said: number;
  readonly opensSentence: number;
  /** Opening the summary on the event; what is lost by opening on a scene. */
  readonly first: number;
  readonly scene: number;
  /** What a summary loses that opens on a clause which names nothing. */
  readonly unnamed: number;
  /** … on a sentence in which no place and no institution is named. */
  readonly placeless: number;
  /** Worth of opening on a clause that editors open on. */
  readonly open: number;
  /** Lost by a subject put in. */
  readonly restored: number;
  /** Lost by one nameless thing and by a signpost. */
  readonly painted: number;
  /** Lost by a sentence in which a reader is sure to find a fault. */
  readonly risk: number;
  /** The same of the sentence on which the summary opens. */
  readonly openingRisk: number;
}

export const TUNING: Tuning = {
  figure: 2.5,
  word: 0.3,
  clause: 0.5,
  joint: 0.02,
  length: 0.002,
  event: 0.6,
  anecdote: 0.6,
  personal: 0.6,
  comment: 0.6,
  background: 1,
  forward: 0.15,
  said: 0.1,
  opensSentence: 0,
  first: 0.2,
  scene: 1,
  unnamed: 1,
  placeless: 1,
  open: 2,
  restored: 0.12,
  painted: 0.8,
  risk: 3,
  openingRisk: 5.25,
};
