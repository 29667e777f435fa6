import { LIMITS } from "../../protocol/limits";

export type Budget = {
  /** Counts one message of `bytes`; false once the run has sent more than it may. */
  spend(bytes: number): boolean;
};

/**
 * What one worker may send during a run: a fixed number of messages and a few more each second (console
 * batches of a long run), and a fixed number of bytes. `now` gives milliseconds.
 */
export function createBudget(now: () => number): Budget {
  const start = now();
  let messages = 0;
  let bytesSent = 0;
  return {
    spend(bytes) {
      messages += 1;
      bytesSent += bytes;
      const allowed = LIMITS.messages + ((now() - start) / 1000) * LIMITS.messagesPerSecond;
      return messages <= allowed && bytesSent <= LIMITS.runBytes;
    },
  };
}
