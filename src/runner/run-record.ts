import { LIMITS } from "../protocol/limits";
import type { SeenCall } from "../lib/seen-call";
import type { CaseOutcome, PlotSeries, RunRequest } from "../protocol/run";
import type { CaseMessage } from "../protocol/wire";
import { ConsoleLog } from "./console-log";

function product(shape: readonly number[]): number {
  return shape.reduce((size, next) => size * next, 1);
}

function readPlot(values: ArrayBuffer): number[] | null {
  return values.byteLength % 4 === 0 ? Array.from(new Float32Array(values)) : null;
}

/**
 * What a run has given so far. Each `add…` returns false where the message cannot be true: a case out of
 * order, a buffer whose length is not that of its shape, more than was asked for.
 */
export class RunRecord {
  readonly console = new ConsoleLog();
  readonly cases: CaseOutcome[] = [];
  readonly plots: PlotSeries[] = [];
  /** null where the request asks for no look. */
  #seen: readonly SeenCall[] | null;
  readonly #ids: readonly string[];
  #bytes = 0;

  constructor(request: RunRequest) {
    this.#ids = request.kind === "grade" ? request.cases.map(({ id }) => id) : [];
    this.#seen = request.kind === "grade" && request.look ? [] : null;
  }

  /** Number of the case being worked on, from 1; null for programs, and when all are there. */
  get caseNumber(): number | null {
    return this.cases.length < this.#ids.length ? this.cases.length + 1 : null;
  }

  addCase({ index, shape, values, problem, error }: CaseMessage): boolean {
    const id = this.#ids[index];
    if (id === undefined || index !== this.cases.length) return false;
    if (values === null || shape === null) {
      if (values !== null || shape !== null || (problem === null && error === null)) return false;
      this.cases.push({ id, shape: null, values: null, problem, error });
      return true;
    }
    this.#bytes += values.byteLength;
    if (this.#bytes > LIMITS.runBytes || values.byteLength > LIMITS.resultBytes) return false;
    if (product(shape) * Float32Array.BYTES_PER_ELEMENT !== values.byteLength) return false;
    if (problem !== null || error !== null) return false;
    this.cases.push({
      id,
      shape,
      values: Array.from(new Float32Array(values)),
      problem: null,
      error: null,
    });
    return true;
  }

  /** What the names of the program held; empty where nobody asked. */
  get seen(): readonly SeenCall[] {
    return this.#seen ?? [];
  }

  addSeen(calls: readonly SeenCall[]): boolean {
    if (this.#seen === null) return false;
    this.#seen = calls;
    return true;
  }

  addPlot(label: string, buffer: ArrayBuffer): boolean {
    const values = readPlot(buffer);
    if (values === null || values.length > LIMITS.plotValues) return false;
    if (this.plots.length >= LIMITS.plots) return false;
    this.plots.push({ label, values });
    return true;
  }
}
