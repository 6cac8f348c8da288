/** Names of one model's features, numbered in the order in which they are made. */
export class FeatureTable {
  readonly names: string[] = [];
  one(name: string): number {
    return this.names.push(name) - 1;
  }
  /** Numbers of `name0` … for so many buckets: the first of them. */
  group(name: string, buckets: number): number {
    const base = this.names.length;
    for (let i = 0; i < buckets; i++) this.names.push(`${name}${i}`);
    return base;
  }
}
