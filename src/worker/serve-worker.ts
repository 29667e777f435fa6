import { describe, onContextLost, releaseDevice, startBackend } from "../jax/runtime";
import { evaluateLater } from "../lib/later-script";
import type { BootMessage, RunMessage } from "../protocol/wire";
import { calibrate } from "./calibrate";
import { openChannel, type Channel } from "./channel";
import { createConsoleOutput, type ConsoleOutput } from "./console-output";
import { freezeBuiltins } from "./freeze-builtins";
import { startHeartbeat } from "./heartbeat-thread";
import { installConsole } from "./install-console";
import { createPlotter, installPlot, type Plotter } from "./install-plot";
import type { LanguageRuntime } from "./language";
import { lockdown } from "./lockdown";
import { realm } from "./realm";
import type { EndState } from "./run-cases";
import { runRequest } from "./run-request";
import { watchUncaught } from "./watch-uncaught";

function plainReason(thrown: unknown): string {
  return (thrown instanceof Error ? thrown.message : String(thrown)).slice(0, 900);
}

type Ends = {
  channel: Channel;
  output: ConsoleOutput;
  plotter: Plotter;
  second: Promise<unknown>;
};

async function boot(
  message: BootMessage,
  language: LanguageRuntime,
  { channel, output, plotter, second }: Ends,
): Promise<void> {
  const ended = () => channel.post({ kind: "ended" });
  let part: "backend" | "language" = "backend";
  try {
    const started = await startBackend(message.backend);
    onContextLost(() => channel.post({ kind: "context-lost" }));
    part = "language";
    await language.start({ output, python: message.python, second, plot: plotter.plot, ended });
    lockdown(globalThis, ended);
    freezeBuiltins(globalThis);
    channel.post({ kind: "ready", precision: started.precision, calibrationMs: calibrate() });
  } catch (thrown) {
    channel.post({ kind: "boot-failed", part, reason: plainReason(thrown) });
  }
}

function serve(channel: Channel, language: LanguageRuntime): void {
  const output = createConsoleOutput((batch) => channel.post({ kind: "console", ...batch }), realm);
  installConsole(output, describe);
  const plotter = createPlotter(channel);
  installPlot(plotter);
  const uncaught = watchUncaught(output, (thrown) => language.describeError(thrown));

  let giveSecond: (script: string) => void = () => {};
  // Evaluated when it comes, which is while the worker starts: a run finds it there.
  const second = new Promise<string>((resolve) => (giveSecond = resolve)).then(evaluateLater);

  const run = async ({ request }: RunMessage) => {
    output.reset();
    plotter.reset();
    uncaught.reset();
    const end: EndState = { status: "done", error: null, calls: [] };
    const post = channel.post;
    await runRequest(request, language, { post, uncaught: uncaught.first }, end);
    output.flush();
    channel.post({ kind: "end", ...end });
    // What this run left on the device must not crowd the next one's arrays out.
    realm.setTimeout(releaseDevice, 0);
  };

  channel.listen((message) => {
    if (message.kind === "ping") channel.post({ kind: "pong" });
    else if (message.kind === "boot")
      void boot(message, language, { channel, output, plotter, second });
    else if (message.kind === "second") giveSecond(message.script);
    else void run(message);
  });
}

/**
 * The worker's whole life: takes its two ports from the first message, starts a backend, gives up the
 * globals, and runs what it is sent.
 */
export function serveWorker(language: LanguageRuntime): void {
  // Deep frames of the facade must not push the learner's own line out of the stack.
  Error.stackTraceLimit = 100;
  globalThis.onmessage = (event: MessageEvent<unknown>) => {
    globalThis.onmessage = null;
    const [port, beat] = event.ports;
    if (port === undefined || beat === undefined) return;
    startHeartbeat(beat);
    serve(openChannel(port), language);
  };
}
