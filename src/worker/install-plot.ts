import { readResult } from "../jax/runtime";
import { LIMITS } from "../protocol/limits";
import type { Channel } from "./channel";
import { realm } from "./realm";

export type Plotter = {
  /** Hands a series of numbers to the page. @throws RangeError where it is too long or one too many. */
  plot(values: ArrayLike<number>, label: string): void;
  /** Starts counting anew. */
  reset(): void;
};

export function createPlotter(channel: Channel): Plotter {
  let plots = 0;
  return {
    plot(values, label) {
      if (values.length > LIMITS.plotValues) {
        throw new RangeError(
          `plot() draws at most ${LIMITS.plotValues} values, but got ${values.length}.`,
        );
      }
      plots += 1;
      if (plots > LIMITS.plots) {
        throw new RangeError(`A program draws at most ${LIMITS.plots} plots. Draw fewer.`);
      }
      const buffer = new realm.Float32Array(values).buffer;
      const short = label.slice(0, LIMITS.labelCharacters);
      channel.post({ kind: "plot", label: short, values: buffer }, [buffer]);
    },
    reset() {
      plots = 0;
    },
  };
}

/** Adds `plot(values, { label })` to the worker's globals. */
export function installPlot(plotter: Plotter): void {
  const plot = (values: unknown, options: { label?: unknown } = {}): void => {
    const read = readResult(values);
    if (read.values === null) {
      throw new TypeError(`plot() draws an array or a list of numbers, but got ${read.problem}.`);
    }
    plotter.plot(read.values, String(options?.label ?? ""));
  };
  Object.defineProperty(globalThis, "plot", { value: plot, writable: true, configurable: true });
}
