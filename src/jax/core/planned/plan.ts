import { sizeOf, type Shape } from "../../array/aval";
import { filled, type ConcreteArray } from "../../array/concrete";
import { checkSize } from "../../array/limits";
import { freeAxes } from "../../array/dot-shape";
import type { Loop, LoopInput } from "../../device/wasm/planned/loop-function";
import { lineLength, loopReading } from "../../device/wasm/planned/loop-operand";
import { PlannedBuffer } from "../../device/wasm/planned/planned-buffer";
import {
  dotBytes,
  dotScratch,
  plannedMatrix,
  type PlannedMatrix,
} from "../../device/wasm/planned/planned-dot";
import {
  isDense,
  transposedView,
  wholeView,
  type PlannedView,
} from "../../device/wasm/planned/planned-view";
import type { PlannedRow } from "../../device/wasm/planned/step-module";
import { fuse, type FusedRow, type Fusing } from "../fuse";
import { avalOf, Var, type AnyEquation, type Atom, type Equation, type Jaxpr } from "../jaxpr";
import { inlined } from "./inlined";
import { loopOperation } from "./loop-equation";
import { inPlace, PAST_END, readingsOf, reshapedDense, stretched, viewOf } from "./operand-views";
import type { Plan, PlanStep } from "./plan-step";

/** Loops read no more arrays than there are registers for. */
const IN_LOOPS: Fusing = {
  isFusable: (equation) => loopOperation(equation) !== null,
  maxOperands: 8,
  freeEquations: () => new Set(),
};

/** Operands of products beyond so many numbers are taken block by block, outside of a plan. */
const MOST_OF_DOT = 2 ** 24;

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

class Planner {
  private readonly steps: PlanStep[] = [];
  private readonly buffers: PlannedBuffer[] = [];
  private readonly fixed: [number, ConcreteArray][] = [];
  private readonly slots = new Map<Atom, number>();
  private readonly views = new Map<Atom, PlannedView>();
  /** Arrays of one number that is known. */
  private readonly numbers = new Map<Atom, number>();
  private slotCount = 0;
  /** Rows since JavaScript computed something, what they need loaded, and the place of the first of them. */
  private rows: PlannedRow[] = [];
  private loads: PlanStep[] = [];
  private firstRow = 0;
  private row = 0;
  private planned = 0;
  private onHost = 0;

  constructor(private readonly jaxpr: Jaxpr) {
    for (const variable of jaxpr.inputs) this.slotFor(variable);
    jaxpr.constVars.forEach((variable, i) => {
      // Constants of a compiled function are concrete: tracers among them were made inputs before.
      const value = jaxpr.consts[i] as ConcreteArray;
      this.fixed.push([this.slotFor(variable), value]);
      const number = value.dtype === "float32" ? value.uniform() : null;
      if (number !== null) this.numbers.set(variable, number);
    });
  }

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

  finish(): Plan {
    const outputs = this.jaxpr.outputs.map((atom) => this.stored(atom));
    this.endRows();
    return {
      steps: this.steps,
      buffers: this.buffers,
      slots: this.slotCount,
      fixed: this.fixed,
      outputs,
    };
  }

  /** A row that is no loop; false where it has to be one, or JavaScript's. */
  private addAlone(equation: AnyEquation): boolean {
    if (equation.prim === "call") return false;
    const [out] = equation.outs;
    const isFloat = equation.inputs.every((atom) => avalOf(atom).dtype === "float32");
    if (!isFloat || out.aval.dtype !== "float32" || sizeOf(out.aval.shape) === 0) return false;
    if (equation.inputs.some((atom) => sizeOf(avalOf(atom).shape) === 0)) return false;
    if (equation.prim === "dot_general") return this.addDot(equation);
    if (equation.prim === "reduce_sum") return this.addSum(equation);
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
    if (lhsBatch.length > 0 || sizeOf(a) > MOST_OF_DOT || sizeOf(b) > MOST_OF_DOT) return false;
    const xFree = freeAxes(a.length, lhsContract, lhsBatch);
    const yFree = freeAxes(b.length, rhsContract, rhsBatch);
    const size = {
      m: sizeOf(xFree.map((axis) => a[axis])),
      k: sizeOf(lhsContract.map((axis) => a[axis])),
      n: sizeOf(yFree.map((axis) => b[axis])),
    };
    const left = this.matrix(this.viewFor(x), xFree, lhsContract);
    const right = this.matrix(this.viewFor(y), yFree, rhsContract);
    const to = this.buffer(dotBytes(size));
    const scratch = this.buffer(dotScratch(size));
    this.reads(left.view, right.view);
    this.push({ kind: "dot", dot: { left, right, ...size, to, scratch } });
    this.views.set(out, wholeView(to, out.aval.shape));
    return true;
  }

  private matrix(
    view: PlannedView,
    lines: readonly number[],
    summed: readonly number[],
  ): PlannedMatrix {
    const matrix = plannedMatrix(view, lines, summed);
    if (matrix !== null) return matrix;
    const moved = this.dense(transposedView(view, [...lines, ...summed]));
    const length = sizeOf(summed.map((axis) => view.shape[axis]));
    return { view: moved, lineStride: length, summedStride: 1 };
  }

  private addSum(equation: Equation & { prim: "reduce_sum" }): boolean {
    const [x] = equation.inputs;
    const [out] = equation.outs;
    const { shape } = avalOf(x);
    const { axes } = equation.params;
    const kept = shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
    const isAcross = kept.length > 0 && axes.every((axis) => axis < axes.length);
    const view = this.viewFor(x);
    const from = this.dense(isAcross ? view : transposedView(view, [...kept, ...axes]));
    const lines = sizeOf(out.aval.shape);
    const to = this.buffer(lines * 4 + PAST_END);
    this.reads(from);
    const name = isAcross ? "sumAcross" : "sumAlong";
    const length = sizeOf(shape) / lines;
    this.push({ kind: "sum", sum: { name, from, to, lines, length } });
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
    const inputs = this.loopInputs(row.inputs, shape);
    const size = sizeOf(shape);
    const line = lineLength(readingsOf(inputs), shape) ?? size;
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

  /** The operands of a loop; those that it cannot read as they lie, or not beside the others, are moved first. */
  private loopInputs(atoms: readonly Atom[], shape: Shape): LoopInput[] {
    let line: number | null = null;
    return atoms.map((atom): LoopInput => {
      const value = this.numberOf(atom);
      if (value !== null) return { value };
      const view = stretched(this.viewFor(atom), shape);
      const reading = loopReading(view, shape);
      const fits =
        reading !== null &&
        (!("length" in reading) || (line ??= reading.length) === reading.length);
      return fits ? { view, reading } : { view: this.dense(view), reading: { kind: "each" } };
    });
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

  private numberOf(atom: Atom): number | null {
    if (atom instanceof Var) return this.numbers.get(atom) ?? null;
    return atom.literal.dtype === "float32" ? atom.literal.uniform() : null;
  }

  /** Where an array lies in memory; it is loaded there where it is JavaScript's. */
  private viewFor(atom: Atom): PlannedView {
    const known = this.views.get(atom);
    if (known !== undefined) return known;
    const { shape } = avalOf(atom);
    // JavaScript computes nothing while rows run: what it had before is loaded before the first of them.
    const to = new PlannedBuffer(sizeOf(shape) * 4 + PAST_END, this.firstRow);
    this.buffers.push(to);
    this.loads.push({ kind: "load", slot: this.slotFor(atom), to });
    const view = wholeView(to, shape);
    this.views.set(atom, view);
    return view;
  }

  /** The slot of an array that JavaScript reads; it is copied out of memory where it is there alone. */
  private stored(atom: Atom): number {
    const known = this.slots.get(atom);
    const view = this.views.get(atom);
    if (known !== undefined || view === undefined) return known ?? this.slotFor(atom);
    this.endRows();
    const slot = this.slotFor(atom);
    this.reads(view);
    this.steps.push({ kind: "store", view, aval: avalOf(atom), slot });
    this.row += 1;
    this.firstRow = this.row;
    return slot;
  }

  private slotFor(atom: Atom): number {
    let slot = this.slots.get(atom);
    if (slot !== undefined) return slot;
    slot = this.slotCount++;
    this.slots.set(atom, slot);
    if (!(atom instanceof Var)) this.fixed.push([slot, atom.literal]);
    else {
      const number = this.numbers.get(atom);
      const { shape, dtype, weak } = atom.aval;
      if (number !== undefined) this.fixed.push([slot, filled(shape, dtype, weak, number)]);
    }
    return slot;
  }

  private dense(view: PlannedView): PlannedView {
    if (isDense(view)) return view;
    const to = this.buffer(sizeOf(view.shape) * 4 + PAST_END);
    this.reads(view);
    this.push({ kind: "copy", view, to });
    return wholeView(to, view.shape);
  }

  private buffer(bytes: number, takes: PlannedBuffer | null = null): PlannedBuffer {
    const buffer = new PlannedBuffer(bytes, this.row, takes);
    this.buffers.push(buffer);
    return buffer;
  }

  private reads(...views: readonly PlannedView[]): void {
    for (const { buffer } of views) buffer.readBy(this.row);
  }

  private push(row: PlannedRow): void {
    this.rows.push(row);
    this.row += 1;
    this.planned += 1;
  }

  private endRows(): void {
    this.steps.push(...this.loads);
    if (this.rows.length > 0) this.steps.push({ kind: "rows", rows: this.rows });
    this.loads = [];
    this.rows = [];
    this.firstRow = this.row;
  }
}

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
