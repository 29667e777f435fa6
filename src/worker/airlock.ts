/**
 * The script of sandbox.html: the frame end of a run. It holds no secret and runs no learner's code; it
 * starts the worker that does, and checks, counts and forwards what the worker says.
 */
import type { FromFrame, ToFrame } from "../protocol/wire";
import { FRAME_HELLO, PAGE_CONNECT } from "../protocol/wire-names";
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

function serve(port: MessagePort, nonce: string): void {
  let worker: SpawnedWorker | null = null;
  const report = (message: FromFrame, transfer: Transferable[] = []) =>
    port.postMessage(message, transfer);
  port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    if (data.kind === "ping") report({ kind: "frame-alive" });
    if (data.kind !== "spawn") return worker?.send(data);
    if (worker !== null) return;
    try {
      worker = spawnWorker(data.script, report);
      report({ kind: "spawned" });
    } catch (error) {
      report({ kind: "spawn-failed", reason: String(error).slice(0, 500) });
    }
  };
  report({ kind: "connected", nonce });
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
    serve(port, data.nonce);
  };
  window.addEventListener("message", listen);
  // The page's own address is unknown here, and the word is no secret.
  window.parent.postMessage(FRAME_HELLO, "*");
}

if (mayRun()) waitForPage();
else refuse();
