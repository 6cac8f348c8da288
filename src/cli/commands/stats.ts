import { type Invocation, UsageError } from "../arguments.ts";

/** `weixun stats`. */
export async function run(_: Invocation): Promise<number> {
  throw new UsageError("stats is not made yet");
}
