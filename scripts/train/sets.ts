/**
 * How much an article of a set counts in a fit beside one of a week. Sets (set-NNN.jsonl: articles written to be hard) hold other
 * shares of kinds than a week does: they are to bend a model, not to make it. Chosen on six parts of weeks and sets from 0.3, 0.5 and 1.
 */
export const SET_WEIGHT = 0.3;
