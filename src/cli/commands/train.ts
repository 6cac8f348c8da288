import { type Invocation, UsageError } from "../arguments.ts";

/** `weixun train`. */
export async function run(_: Invocation): Promise<number> {
  throw new UsageError("train is not made yet");
}
