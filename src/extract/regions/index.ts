import type { Mention, Notice, Reading, Region } from "../../core/types.ts";

/** Regions by their mentions, before the primary one is chosen. */
export interface RegionFindings {
  readonly regions: readonly Region[];
  readonly notices: readonly Notice[];
}

/** All region mentions outside the `taken` spans (institutions, products). */
export function findRegions(_reading: Reading, _taken: readonly Mention[]): RegionFindings {
  return { regions: [], notices: [] };
}

/** Marks the primary region: from places first, then from institutions whose printed name holds a place. */
export function choosePrimary(
  findings: RegionFindings,
  _institutions: readonly Mention[],
  _reading: Reading,
): RegionFindings {
  return findings;
}
