/**
 * The site's own sandbox, driven for many attempts: attempts.spec.ts bundles this into the built page. Frame,
 * airlock, worker and everything between them and the page are those of a learner's run.
 */
import type { Backend, Language } from "../../src/protocol/backend";
import type { GradeRequest, RunOutcome } from "../../src/protocol/run";
import { createAssetStore, type RuntimeAssetList } from "../../src/runner/asset-store";
import { connectFrame } from "../../src/runner/connect-frame";
import { openPython } from "../../src/runner/open-python";
import { openSandbox, type Sandbox } from "../../src/runner/open-sandbox";
import { PythonHome } from "../../src/runner/python-home";
import { runInSandbox } from "../../src/runner/run-in-sandbox";

declare global {
  /**
   * Runs a request in a worker that earlier requests of its language and backend have used. A learner's run has a
   * fresh one; for hundreds of attempts, starting them took as long as all of the runs together, and on WebGL each
   * would compile the same shaders again. It is replaced after a run that it did not survive.
   */
  var runOnSite: (request: GradeRequest, backend: Backend) => Promise<RunOutcome>;
}

const DEADLINE_MS = 120_000;
const never = new AbortController().signal;

/** Over the built files; the page's own script has the same list of them inside. */
async function start(): Promise<typeof globalThis.runOnSite> {
  const list: RuntimeAssetList = await (await fetch("runtime-assets.json")).json();
  const quiet = { typescript: () => {}, python: () => {} };
  const assets = createAssetStore(list, document.baseURI, quiet);
  const home = new PythonHome(assets, connectFrame);
  const open = (language: Language, backend: Backend) =>
    language === "python"
      ? openPython(assets, home, backend, never)
      : openSandbox({ assets, connect: connectFrame }, language, backend, never);
  const sandboxes = new Map<string, Sandbox>();
  return async (request, backend) => {
    const key = `${request.language} ${backend}`;
    const sandbox = sandboxes.get(key) ?? (await open(request.language, backend));
    sandboxes.set(key, sandbox);
    const outcome = await runIn(sandbox, request);
    if (outcome.status !== "done" && outcome.status !== "error") {
      sandbox.link.close();
      sandboxes.delete(key);
    }
    return outcome;
  };
}

async function runIn(sandbox: Sandbox, request: GradeRequest): Promise<RunOutcome> {
  const { status, error, record, calls, ms } = await runInSandbox(sandbox, request, {
    runId: 1,
    deadlineMs: DEADLINE_MS,
    signal: never,
    onConsole: () => {},
  });
  const { backend, precision } = sandbox.runtime;
  const { cases, seen, plots, console } = record;
  const told = { status, backend, precision, cases, calls, seen, plots, error };
  return { id: 1, ...told, console: console.lines, ms: { boot: 0, run: ms }, notes: [] };
}

void start().then((run) => (globalThis.runOnSite = run));
