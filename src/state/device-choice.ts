/** What the chooser of the device says, in words. */
import type { WebglRenderer } from "../lib/webgl-renderer";
import type { Backend } from "../protocol/backend";

/** Milliseconds of a step by backend; null where it does not run there, absent where it is not known yet. */
export type StepTimes = Partial<Record<Backend, number | null>>;

/** Below this ratio two devices count as equally fast. */
const CLEARLY = 1.2;

/** Who computes on a device. */
export function whoComputes(backend: Backend, renderer: WebglRenderer): string {
  if (backend === "cpu") return "WebAssembly on the processor, one thread";
  switch (renderer.kind) {
    case "card":
      return "drawn by a graphics card";
    case "software":
      return "drawn by software, on the processor";
    case "unknown":
      return "the browser does not say what draws it";
    case "none":
      return "not available in this browser";
  }
}

/** Which device is faster here, and by how much; null where not both are known. */
export function fasterSentence({ webgl, cpu }: StepTimes): string | null {
  if (typeof webgl !== "number" || typeof cpu !== "number") return null;
  const [faster, slower, ratio] =
    cpu <= webgl ? ["the CPU", "WebGL", webgl / cpu] : ["WebGL", "the CPU", cpu / webgl];
  if (ratio < CLEARLY) return "Both take about the same time here.";
  return `Here ${faster} is ${ratio.toFixed(1)} times as fast as ${slower} for this step.`;
}
