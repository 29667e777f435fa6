import { readResult } from "../jax/host";
import { LIMITS } from "../protocol/limits";
import type { Channel } from "./channel";
import { realm } from "./realm";

/** Adds `plot(values, { label })`, which hands a series of numbers to the page. Returns a reset. */
export function installPlot(channel: Channel): () => void {
  let plots = 0;
  const plot = (values: unknown, options: { label?: unknown } = {}): void => {
    const read = readResult(values);
    if (read.values === null) {
      throw new TypeError(`plot() draws an array or a list of numbers, but got ${read.problem}.`);
    }
    if (read.values.length > LIMITS.plotValues) {
      throw new RangeError(
        `plot() draws at most ${LIMITS.plotValues} values, but got ${read.values.length}.`,
      );
    }
    plots += 1;
    if (plots > LIMITS.plots) {
      throw new RangeError(`A program draws at most ${LIMITS.plots} plots. Draw fewer.`);
    }
    const label = String(options?.label ?? "").slice(0, LIMITS.labelCharacters);
    const buffer = new realm.Float32Array(read.values).buffer;
    channel.post({ kind: "plot", label, values: buffer }, [buffer]);
  };
  Object.defineProperty(globalThis, "plot", { value: plot, writable: true, configurable: true });
  return () => {
    plots = 0;
  };
}
