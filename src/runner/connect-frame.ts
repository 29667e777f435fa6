import { LIMITS } from "../protocol/limits";
import { parseFromFrame, type FromFrame, type ToFrame } from "../protocol/wire";
import { FRAME_HELLO, PAGE_CONNECT } from "../protocol/wire-names";

export type FrameLink = {
  send(message: ToFrame, transfer?: Transferable[]): void;
  /** What the frame says from now on; null stands for a message that is none of the protocol. */
  listen(handler: (message: FromFrame | null) => void): void;
  /** Ends the worker at the other end: its frame is removed, or it alone where the frame has others. */
  close(): void;
};

/** Opens the sandbox's frame and resolves once it answers; rejects where it does not in time. */
export type ConnectFrame = (url: string, signal: AbortSignal) => Promise<FrameLink>;

function createFrame(url: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  // Scripts and nothing else: with allow-same-origin the sandbox would be none.
  frame.setAttribute("sandbox", "allow-scripts");
  frame.title = "Sandbox in which programs run";
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  frame.style.cssText = "position:fixed;width:0;height:0;border:0;visibility:hidden";
  frame.src = url;
  return frame;
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A link over a port; `end` ends what is on its other side. */
export function linkOver(port: MessagePort, end: () => void): FrameLink {
  let handler: (message: FromFrame | null) => void = () => {};
  port.onmessage = (event: MessageEvent<unknown>) => handler(parseFromFrame(event.data));
  port.onmessageerror = () => handler(null);
  return {
    send: (message, transfer = []) => port.postMessage(message, transfer),
    listen(next) {
      handler = next;
    },
    close() {
      handler = () => {};
      end();
      port.close();
    },
  };
}

/** The frame's word counts only from this very window, and only while it is opaque. */
function isHello(event: MessageEvent<unknown>, frame: HTMLIFrameElement): boolean {
  return (
    event.source === frame.contentWindow && event.origin === "null" && event.data === FRAME_HELLO
  );
}

const BLOCKED =
  "The sandbox in which programs run did not start: its page is missing or was blocked, as content blockers and some networks do. " +
  "Allow it for this page, or use another network, and try again.";

export const connectFrame: ConnectFrame = (url, signal) =>
  new Promise((resolve, reject) => {
    const frame = createFrame(url);
    const channel = new MessageChannel();
    const nonce = createNonce();
    let greeted = false;

    const settle = () => {
      clearTimeout(timer);
      clearTimeout(loadTimer);
      frame.removeEventListener("load", loaded);
      window.removeEventListener("message", greet);
      signal.removeEventListener("abort", giveUp);
    };
    const fail = (reason: string) => {
      settle();
      channel.port1.close();
      frame.remove();
      reject(new Error(reason));
    };
    const giveUp = () => fail("The sandbox is not needed any more.");
    const greet = (event: MessageEvent<unknown>) => {
      if (greeted || !isHello(event, frame)) return;
      greeted = true;
      // An opaque origin has no name to address; what is sent is no secret.
      frame.contentWindow?.postMessage({ kind: PAGE_CONNECT, nonce }, "*", [channel.port2]);
    };
    const timer = setTimeout(
      () => fail("The sandbox's page did not load. Check the connection and try again."),
      LIMITS.handshakeMs,
    );
    // Its script runs before it has loaded, so whatever has loaded in its place is not the sandbox.
    const loaded = () => {
      loadTimer = setTimeout(() => {
        if (!greeted) fail(BLOCKED);
      }, LIMITS.greetingMs);
    };
    let loadTimer: ReturnType<typeof setTimeout> | undefined;
    frame.addEventListener("load", loaded);

    signal.addEventListener("abort", giveUp);
    window.addEventListener("message", greet);
    const connected = linkOver(channel.port1, () => frame.remove());
    connected.listen((message) => {
      if (message?.kind !== "connected" || message.nonce !== nonce) return;
      settle();
      resolve(connected);
    });
    document.body.append(frame);
  });
