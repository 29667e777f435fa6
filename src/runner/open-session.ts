import type { ToFrame } from "../protocol/wire";
import { linkOver, type FrameLink } from "./connect-frame";

/** Asks a frame for one more worker. Closing the link ends that worker and leaves the frame. */
export function openSession(home: FrameLink): FrameLink {
  const { port1, port2 } = new MessageChannel();
  home.send({ kind: "session" }, [port2]);
  return linkOver(port1, () => port1.postMessage({ kind: "end-session" } satisfies ToFrame));
}
