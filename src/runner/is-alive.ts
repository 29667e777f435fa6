import type { FromFrame } from "../protocol/wire";
import type { FrameLink } from "./connect-frame";

/** Time for a frame, which does nothing but forward, to say that it is there. */
const ALIVE_MS = 2_000;

/** Resolves with whether the other end says `kind` in time; it becomes the link's listener. */
export function hears(link: FrameLink, kind: FromFrame["kind"], ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    link.listen((message) => {
      if (message?.kind !== kind && message?.kind !== "keep-failed") return;
      clearTimeout(timer);
      resolve(message.kind === kind);
    });
  });
}

/** Whether the frame is still there: the browser may end one that used up the memory, without a word. */
export function isAlive(link: FrameLink): Promise<boolean> {
  const answer = hears(link, "frame-alive", ALIVE_MS);
  link.send({ kind: "ping" });
  return answer;
}
