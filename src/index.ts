export { type Analyzer, type AnalyzerOptions, createAnalyzer, type Stage } from "./analyzer.ts";
export { type ComposeOptions, composeBulletin, type ItemOrder } from "./bulletin/compose.ts";
export type { ContentOption } from "./bulletin/layout.ts";
export type { Finding, Severity } from "./bulletin/lint/finding.ts";
export { fixBulletin } from "./bulletin/lint/fix.ts";
export { type LintOptions, lintBulletin } from "./bulletin/lint/index.ts";
export { parseBulletin } from "./bulletin/parse.ts";
export { type BulletinFormat, type RenderOptions, renderBulletin } from "./bulletin/render.ts";
export type { WindowOptions } from "./bulletin/window.ts";
export {
  type FeatureKind,
  type ModelCard,
  parseModel,
  type RelevanceModel,
  type SelectionModel,
  type TopicsModel,
} from "./classify/model.ts";
export { openPublishers, type PrintedSource, type PublisherRow, Publishers } from "./clean/publishers.ts";
export { type ErrorCode, WeixunError } from "./core/errors.ts";
export type * from "./core/types.ts";
export {
  checkDictionary,
  type DictionaryFile,
  type DictionaryFinding,
  type UserWord,
} from "./lexicon/user-dictionary.ts";
export type { WriterWeights } from "./summarize/model.ts";
