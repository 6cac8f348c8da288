import { type Invocation, UsageError } from "../arguments.ts";

/** `weixun dict`. */
export async function run(_: Invocation): Promise<number> {
  throw new UsageError("dict is not made yet");
}
