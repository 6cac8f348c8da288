import { type Invocation, UsageError } from "../arguments.ts";

/** `weixun review`. */
export async function run(_: Invocation): Promise<number> {
  throw new UsageError("review is not made yet");
}
