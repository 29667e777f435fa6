import type { FromFrame, ToWorker } from "../../protocol/wire";
import { admit } from "./admit";
import { createBudget } from "./budget";
import { watchHeartbeat } from "./heartbeat";

export type SpawnedWorker = {
  send(message: ToWorker): void;
  /** Ends the worker without a word. */
  terminate(): void;
};

type Report = (message: FromFrame, transfer?: Transferable[]) => void;

/**
 * Starts the learner's worker from its script text and stands between it and the page: only small, well
 * formed messages pass, at a bounded rate, and a worker that sends more is ended.
 */
export function spawnWorker(script: string, report: Report): SpawnedWorker {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(address);
  const main = new MessageChannel();
  const beat = new MessageChannel();
  let budget = createBudget(() => performance.now());
  let ended = false;

  const terminate = () => {
    ended = true;
    stopWatching();
    main.port1.onmessage = null;
    worker.onmessage = null;
    worker.terminate();
  };
  const end = (message: FromFrame) => {
    if (ended) return;
    terminate();
    report(message);
  };
  const stopWatching = watchHeartbeat(beat.port1, () => end({ kind: "gone" }));

  main.port1.onmessage = (event: MessageEvent<unknown>) => {
    if (ended) return;
    const admitted = admit(event.data);
    if (admitted === null) return end({ kind: "violation" });
    if (!budget.spend(admitted.bytes)) return end({ kind: "flood" });
    report(admitted.message, admitted.transfer);
  };
  // The runtime speaks through its port alone. What arrives here is the learner's own, is counted, and is
  // not even read.
  worker.onmessage = () => {
    if (!budget.spend(0)) end({ kind: "flood" });
  };
  worker.onmessageerror = () => end({ kind: "violation" });
  main.port1.onmessageerror = () => end({ kind: "violation" });
  worker.onerror = (event) => {
    event.preventDefault();
    if (!budget.spend(0)) return end({ kind: "flood" });
    const reason = `The runtime's script failed: ${event.message}`.slice(0, 1_000);
    report({ kind: "boot-failed", part: "backend", reason });
  };

  worker.postMessage(null, [main.port2, beat.port2]);
  return {
    terminate,
    send(message) {
      if (ended) return;
      if (message.kind === "run") budget = createBudget(() => performance.now());
      main.port1.postMessage(message);
    },
  };
}
