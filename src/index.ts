export { type Analyzer, createAnalyzer } from "./analyzer.ts";
export type * from "./core/types.ts";
