/**
 * The one door to the optional package natural: its Bayes, logistic and maximum-entropy classifiers, for training only.
 * What they learn is taken out as weights of words, so that a model file needs no package when it is used.
 */
import type { WordTrainer } from "../classify/index.ts";
import { WeixunError } from "../core/errors.ts";

export const NATURAL_ALGORITHMS = ["bayes", "logistic", "maxent"] as const;
export type NaturalAlgorithm = (typeof NATURAL_ALGORITHMS)[number];

interface TextClassifier {
  readonly features: Readonly<Record<string, number>>;
  readonly classifier: {
    readonly classFeatures?: Readonly<Record<string, Readonly<Record<number, number>>>>;
    readonly classTotals?: Readonly<Record<string, number>>;
    readonly smoothing?: number;
    readonly classifications?: readonly string[];
    readonly theta?: readonly { readonly elements: readonly number[] }[];
  };
  addDocument(words: readonly string[], label: string): void;
  train(): void;
}
interface MaxEntFeature {
  readonly parameters: readonly string[];
}
interface MaxEntSample {
  addElement(element: object): void;
}
interface Natural {
  readonly BayesClassifier: new () => TextClassifier;
  readonly LogisticRegressionClassifier: new () => TextClassifier;
  readonly MaxEntClassifier: new (
    features: object,
    sample: MaxEntSample,
  ) => { train(iterations: number, improvement: number): void; readonly p: { readonly alpha: readonly number[] } };
  readonly Sample: new () => MaxEntSample;
  readonly Context: new (data: number) => object;
  readonly Element: new (label: string, context: object) => object;
  readonly Feature: new (
    apply: (x: LabelledBag) => number,
    name: string,
    parameters: readonly string[],
  ) => MaxEntFeature;
  readonly FeatureSet: new () => { addFeature(f: MaxEntFeature): void; getFeatures(): readonly MaxEntFeature[] };
}
interface LabelledBag {
  readonly a: string;
  /** The bag's place: natural makes keys of contexts again and again, so they must be short. */
  readonly b: { readonly data: number };
}

/** Words of fewer articles than this teach nothing. */
const MIN_ARTICLES = 3;
/** Most words that logistic regression and maximum entropy read: both pass over all of them hundreds of times. */
const MAX_WORDS = { bayes: Number.POSITIVE_INFINITY, logistic: 250, maxent: 60 } as const;
const MAXENT_ITERATIONS = 10;

/**
 * Loads one of natural's classifiers as a trainer.
 * @throws WeixunError `not-installed` where the package is missing.
 */
export async function loadNatural(algorithm: NaturalAlgorithm): Promise<WordTrainer> {
  let natural: Natural;
  try {
    // A deep import: the package's main file loads databases and a word net, and prints.
    natural = ((await import("natural/lib/natural/classifiers/index.js")) as unknown as { default: Natural }).default;
  } catch (cause) {
    throw new WeixunError("not-installed", `--algorithm ${algorithm} needs the package natural: npm install natural`, {
      cause,
    });
  }
  const train = { bayes, logistic, maxent }[algorithm];
  return (bags, labels) => {
    const words = frequentWords(bags, MAX_WORDS[algorithm]);
    return train(
      natural,
      bags.map((bag) => bag.filter((w) => words.has(w))),
      labels,
    );
  };
}

/** The words of most articles, so that equal input gives an equal choice. */
function frequentWords(bags: readonly (readonly string[])[], most: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const bag of bags) for (const w of bag) counts.set(w, (counts.get(w) ?? 0) + 1);
  const frequent = [...counts].filter(([, n]) => n >= MIN_ARTICLES);
  frequent.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return new Set(frequent.slice(0, most).map(([w]) => w));
}

type Train = (natural: Natural, ...args: Parameters<WordTrainer>) => ReturnType<WordTrainer>;

const taught = (classifier: TextClassifier, [bags, labels]: Parameters<WordTrainer>): TextClassifier => {
  bags.forEach((bag, i) => {
    classifier.addDocument(bag, labels[i] ? "yes" : "no");
  });
  classifier.train();
  return classifier;
};

/** Naive Bayes is a sum over the words that occur: `log P(word | yes) − log P(word | no)`. */
const bayes: Train = (natural, ...args) => {
  const { features, classifier } = taught(new natural.BayesClassifier(), args);
  const smoothing = classifier.smoothing ?? 1;
  const log = (label: string, i: number): number =>
    Math.log((classifier.classFeatures?.[label]?.[i] ?? smoothing) / (classifier.classTotals?.[label] ?? 1));
  const weights = new Map(Object.keys(features).map((w, i) => [w, log("yes", i) - log("no", i)]));
  return { bias: Math.log((classifier.classTotals?.yes ?? 1) / (classifier.classTotals?.no ?? 1)), weights };
};

const logistic: Train = (natural, ...args) => {
  const { features, classifier } = taught(new natural.LogisticRegressionClassifier(), args);
  const theta = classifier.theta?.[classifier.classifications?.indexOf("yes") ?? 0]?.elements ?? [];
  return { bias: 0, weights: new Map(Object.keys(features).map((w, i) => [w, theta[i] ?? 0])) };
};

/** A log-linear model: the weight of a word is the difference of its two features' logarithms. */
const maxent: Train = (natural, bags, labels) => {
  const words = [...new Set(bags.flat())].sort();
  const sets = bags.map((bag) => new Set(bag));
  const set = new natural.FeatureSet();
  for (const word of words)
    for (const label of ["yes", "no"])
      set.addFeature(
        new natural.Feature((x) => (x.a === label && sets[x.b.data]!.has(word) ? 1 : 0), `${label} ${word}`, [
          label,
          word,
        ]),
      );
  const sample = new natural.Sample();
  bags.forEach((_, i) => {
    sample.addElement(new natural.Element(labels[i] ? "yes" : "no", new natural.Context(i)));
  });
  const classifier = new natural.MaxEntClassifier(set, sample);
  classifier.train(MAXENT_ITERATIONS, 1e-6);
  const weights = new Map<string, number>();
  set.getFeatures().forEach((feature, i) => {
    const [label, word] = feature.parameters;
    const alpha = classifier.p.alpha[i]!;
    if (word === undefined || !(alpha > 0) || !Number.isFinite(alpha)) return;
    weights.set(word, (weights.get(word) ?? 0) + (label === "yes" ? 1 : -1) * Math.log(alpha));
  });
  return { bias: 0, weights };
};
