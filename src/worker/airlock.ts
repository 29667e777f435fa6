/**
 * The script of sandbox.html: the frame end of a run. It holds no secret and runs no learner's code; it
 * starts the worker that does, and checks, counts and forwards what the worker says.
 */
import type { FromFrame, ToFrame } from "../protocol/wire";
import { FRAME_HELLO, PAGE_CONNECT } from "../protocol/wire-names";
import { keepPython, keepSnapshot, keptPython } from "./airlock/kept-python";
import { spawnWorker, type SpawnedWorker } from "./airlock/spawn-worker";

/**
 * Framed and opaque, or nothing: opened by itself, or in a frame without the sandbox, this page would
 * run whatever a stranger posts to it with the rights of the site.
 */
function mayRun(): boolean {
  return self.origin === "null" && window.parent !== window;
}

function refuse(): void {
  document.body.textContent =
    "This page runs programs for the lesson and works only inside it. Open the lesson instead.";
}

/** One worker, or a port through which more are asked for; the page alone holds the other end. */
function serve(port: MessagePort): void {
  let worker: SpawnedWorker | null = null;
  const report = (message: FromFrame, transfer: Transferable[] = []) =>
    port.postMessage(message, transfer);
  const spawn = (script: string) => {
    if (worker !== null) return;
    try {
      worker = spawnWorker(script, report);
      report({ kind: "spawned" });
    } catch (error) {
      report({ kind: "spawn-failed", reason: String(error).slice(0, 500) });
    }
  };
  port.onmessage = ({ data, ports: [session] }: MessageEvent<ToFrame>) => {
    switch (data.kind) {
      case "spawn":
        return spawn(data.script);
      case "keep":
        return void keepPython(data.python).then(report);
      case "keep-snapshot":
        return keepSnapshot(data.snapshot);
      case "session":
        return session && serve(session);
      case "end-session":
        worker?.terminate();
        return port.close();
      case "boot":
        return worker?.send({ ...data, python: keptPython(data.python) });
      case "ping":
        report({ kind: "frame-alive" });
        return worker?.send(data);
      case "second":
      case "run":
        return worker?.send(data);
    }
  };
}

function waitForPage(): void {
  const listen = (event: MessageEvent<unknown>) => {
    const data = event.data;
    const [port] = event.ports;
    if (event.source !== window.parent || port === undefined) return;
    if (typeof data !== "object" || data === null || !("kind" in data) || !("nonce" in data))
      return;
    if (data.kind !== PAGE_CONNECT || typeof data.nonce !== "string") return;
    window.removeEventListener("message", listen);
    serve(port);
    port.postMessage({ kind: "connected", nonce: data.nonce } satisfies FromFrame);
  };
  window.addEventListener("message", listen);
  // The page's own address is unknown here, and the word is no secret.
  window.parent.postMessage(FRAME_HELLO, "*");
}

if (mayRun()) waitForPage();
else refuse();
