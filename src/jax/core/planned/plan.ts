import { sizeOf, type Shape } from "../../array/aval";
import type { Axes } from "../../array/primitives";
import { checkSize } from "../../array/limits";
import { freeAxes } from "../../array/dot-shape";
import type { Loop, LoopInput } from "../../device/wasm/planned/loop-function";
import { loopReading } from "../../device/wasm/planned/loop-operand";
import {
  dotBytes,
  dotScratch,
  plannedMatrix,
  type PlannedMatrix,
} from "../../device/wasm/planned/planned-dot";
import {
  takenApart,
  transposedView,
  wholeView,
  type PlannedView,
} from "../../device/wasm/planned/planned-view";
import { fuse, type FusedRow, type Fusing } from "../fuse";
import { avalOf, type AnyEquation, type Atom, type Equation, type Jaxpr } from "../jaxpr";
import { inlined } from "./inlined";
import { loopOperation } from "./loop-equation";
import { inPlace, PAST_END, reshapedDense, stretched, viewOf } from "./operand-views";
import type { Plan } from "./plan-step";
import { PlanWriter } from "./plan-writer";

/** Loops read no more arrays than there are registers for. */
const IN_LOOPS: Fusing = {
  isFusable: (equation) => loopOperation(equation) !== null,
  maxOperands: 8,
  freeEquations: () => new Set(),
};

/** Operands of products beyond so many numbers are taken block by block, outside of a plan. */
const MOST_OF_DOT = 2 ** 24;
/** So many products side by side are written out one by one. */
const MOST_PRODUCTS = 64;

/**
 * The plan of a staged function; null where JavaScript's loops do as well. Raises where an array would be larger than
 * arrays may be.
 */
export function planOf(jaxpr: Jaxpr): Plan | null {
  const flat = inlined(jaxpr);
  for (const { outs } of flat.equations) for (const { aval } of outs) checkSize(sizeOf(aval.shape));
  const planner = new Planner(flat);
  for (const row of fuse(flat, IN_LOOPS)) planner.add(row);
  return planner.isWorthIt() ? planner.finish() : null;
}

class Planner extends PlanWriter {
  private onHost = 0;

  add(row: FusedRow): void {
    const equations = "group" in row ? row.group.equations : [row.equation];
    if (!("group" in row) && this.addAlone(row.equation)) return;
    if (this.addLoop(row, equations)) return;
    if (!("group" in row)) this.addHost(row.equation);
    else for (const equation of this.ungrouped(row)) this.addHost(equation);
  }

  /** Whether JavaScript has less to compute than the rows. */
  isWorthIt(): boolean {
    return this.planned > this.onHost;
  }

  /** A row that is no loop; false where it has to be one, or JavaScript's. */
  private addAlone(equation: AnyEquation): boolean {
    if (equation.prim === "call") return false;
    const [out] = equation.outs;
    const isFloat = equation.inputs.every((atom) => avalOf(atom).dtype === "float32");
    if (!isFloat || out.aval.dtype !== "float32" || sizeOf(out.aval.shape) === 0) return false;
    if (equation.inputs.some((atom) => sizeOf(avalOf(atom).shape) === 0)) return false;
    if (equation.prim === "dot_general") return this.addDot(equation);
    const reduces = REDUCING[equation.prim];
    if (reduces !== undefined) return this.addReduction(equation, reduces);
    return this.addView(equation);
  }

  /** Another look at the same numbers. */
  private addView(equation: Equation): boolean {
    const moved = viewOf(equation);
    if (moved === null) return false;
    const [input] = equation.inputs;
    const [out] = equation.outs;
    const number = this.numberOf(input);
    if (number !== null) {
      this.numbers.set(out, number);
      return true;
    }
    const view = this.viewFor(input);
    this.views.set(out, moved(view) ?? reshapedDense(this.dense(view), out.aval.shape));
    return true;
  }

  private addDot(equation: Equation & { prim: "dot_general" }): boolean {
    const { lhsContract, rhsContract, lhsBatch, rhsBatch } = equation.params;
    const [x, y] = equation.inputs;
    const [out] = equation.outs;
    const [a, b] = [avalOf(x).shape, avalOf(y).shape];
    const count = sizeOf(lhsBatch.map((axis) => a[axis]));
    if (count > MOST_PRODUCTS || sizeOf(a) > MOST_OF_DOT || sizeOf(b) > MOST_OF_DOT) return false;
    const xFree = freeAxes(a.length, lhsContract, lhsBatch);
    const yFree = freeAxes(b.length, rhsContract, rhsBatch);
    const size = {
      m: sizeOf(xFree.map((axis) => a[axis])),
      k: sizeOf(lhsContract.map((axis) => a[axis])),
      n: sizeOf(yFree.map((axis) => b[axis])),
    };
    const left = this.matrices(this.viewFor(x), lhsBatch, xFree, lhsContract);
    const right = this.matrices(this.viewFor(y), rhsBatch, yFree, rhsContract);
    const to = this.buffer(dotBytes(size, count));
    for (let i = 0; i < count; i++) {
      const scratch = this.buffer(dotScratch(size));
      this.reads(left[i].view, right[i].view);
      to.readBy(this.row);
      const toByte = i * size.m * size.n * 4;
      const operands = { left: left[i], right: right[i] };
      this.push({ kind: "dot", dot: { ...operands, ...size, to, toByte, scratch } });
    }
    this.views.set(out, wholeView(to, out.aval.shape));
    return true;
  }

  /** The matrices of an operand, one for each of its products. */
  private matrices(
    view: PlannedView,
    batch: readonly number[],
    lines: readonly number[],
    summed: readonly number[],
  ): PlannedMatrix[] {
    const afterBatch = (axes: readonly number[]): number[] =>
      axes.map((axis) => axis - batch.filter((taken) => taken < axis).length);
    const [ownLines, ownSummed] = [afterBatch(lines), afterBatch(summed)];
    const [one] = takenApart(view, batch);
    if (plannedMatrix(one, ownLines, ownSummed) !== null)
      return takenApart(view, batch).flatMap(
        (each) => plannedMatrix(each, ownLines, ownSummed) ?? [],
      );
    // Moved once for all of them.
    const moved = this.dense(transposedView(view, [...batch, ...lines, ...summed]));
    const length = sizeOf(summed.map((axis) => view.shape[axis]));
    const first = batch.map((_, i) => i);
    return takenApart(moved, first).map((each) => ({
      view: each,
      lineStride: length,
      summedStride: 1,
    }));
  }

  private addReduction(equation: Equation, reduces: "sum" | "max" | "min"): boolean {
    const [x] = equation.inputs;
    const [out] = equation.outs;
    const { shape } = avalOf(x);
    const { axes } = equation.params as Axes;
    const kept = shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
    const isAcross = kept.length > 0 && axes.every((axis) => axis < axes.length);
    const view = this.viewFor(x);
    const from = this.dense(isAcross ? view : transposedView(view, [...kept, ...axes]));
    const lines = sizeOf(out.aval.shape);
    const to = this.buffer(lines * 4 + PAST_END);
    this.reads(from);
    const name = `${reduces}${isAcross ? "Across" : "Along"}` as const;
    const length = sizeOf(shape) / lines;
    this.push({ kind: "reduce", reduction: { name, from, to, lines, length } });
    this.views.set(out, wholeView(to, out.aval.shape));
    return true;
  }

  private addLoop(row: FusedRow, equations: readonly AnyEquation[]): boolean {
    const operands = "group" in row ? row.group.inputs : row.inputs;
    const writers = equations.map(loopOperation);
    // What shows values has no result.
    if (row.outs.length === 0) return false;
    const [out] = row.outs;
    const { shape, dtype } = out.aval;
    if (dtype !== "float32" || writers.includes(null)) return false;
    if (row.inputs.some((atom) => avalOf(atom).dtype !== "float32")) return false;
    const size = sizeOf(shape);
    const { inputs, line } = this.loopInputs(row.inputs, shape);
    const places = new Map<Atom, number>();
    operands.forEach((atom, i) => places.set(atom, i));
    equations.forEach(({ outs }, i) => places.set(outs[0], operands.length + i));
    const operations = equations.map((equation, i) => ({
      operands: equation.inputs.map((atom) => places.get(atom) ?? 0),
      write: writers[i] ?? neverWritten,
    }));
    const to = this.buffer(size * 4 + PAST_END, inPlace(inputs, size, line));
    for (const input of inputs) if ("view" in input) this.reads(input.view);
    const loop: Loop = { inputs, operations, size, line, to };
    this.push({ kind: "loop", loop });
    this.views.set(out, wholeView(to, shape));
    return true;
  }

  /**
   * The operands of a loop, and the length of its lines, which is all there is where no operand repeats one. What it
   * cannot read as it lies, or not beside the others, is moved first.
   */
  private loopInputs(
    atoms: readonly Atom[],
    shape: Shape,
  ): { readonly inputs: LoopInput[]; readonly line: number } {
    let line: number | null = null;
    const inputs = atoms.map((atom): LoopInput => {
      const value = this.numberOf(atom);
      if (value !== null) return { value };
      const view = stretched(this.viewFor(atom), shape);
      const reading = loopReading(view, shape);
      const fits =
        reading !== null &&
        (!("length" in reading) || (line ??= reading.length) === reading.length);
      return fits ? { view, reading } : { view: this.dense(view), reading: { kind: "each" } };
    });
    return { inputs, line: line ?? sizeOf(shape) };
  }

  private addHost(equation: AnyEquation): void {
    const inputs = equation.inputs.map((atom) => this.stored(atom));
    this.endRows();
    const outs = equation.outs.map((out) => this.slotFor(out));
    this.steps.push({ kind: "host", equation, inputs, outs });
    this.row += 1;
    this.firstRow = this.row;
    if (!MOVING.has(equation.prim)) this.onHost += 1;
  }

  /** The equations of a group, which read what the group reads. */
  private ungrouped(row: FusedRow): AnyEquation[] {
    if (!("group" in row)) return [row.equation];
    const outside = new Map<Atom, Atom>(row.group.inputs.map((atom, i) => [atom, row.inputs[i]]));
    return row.group.equations.map((equation): AnyEquation => ({
      ...equation,
      inputs: equation.inputs.map((atom) => outside.get(atom) ?? atom),
    }));
  }
}

const REDUCING: { readonly [P in AnyEquation["prim"]]?: "sum" | "max" | "min" } = {
  reduce_sum: "sum",
  reduce_max: "max",
  reduce_min: "min",
};

/** Operations that JavaScript does without touching the numbers, or only to move a few. */
const MOVING: ReadonlySet<AnyEquation["prim"]> = new Set([
  "reshape",
  "broadcast_in_dim",
  "convert_element_type",
  "stop_gradient",
  "iota",
]);

function neverWritten(): void {
  throw new Error("A loop has an operation that it cannot compute.");
}
