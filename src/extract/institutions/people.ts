/** People with the office that they hold. */
import type { Institution, Person, Reading } from "../../core/types.ts";

/** People with their office. */
export function findPeople(_reading: Reading, _institutions: readonly Institution[]): Person[] {
  return [];
}
