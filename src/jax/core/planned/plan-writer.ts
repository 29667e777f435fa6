import { sizeOf } from "../../array/aval";
import { filled, type ConcreteArray } from "../../array/concrete";
import { PlannedBuffer } from "../../device/wasm/planned/planned-buffer";
import { isDense, wholeView, type PlannedView } from "../../device/wasm/planned/planned-view";
import type { PlannedRow } from "../../device/wasm/planned/step-module";
import { avalOf, Var, type Atom, type Jaxpr } from "../jaxpr";
import { PAST_END } from "./operand-views";
import type { Plan, PlanStep } from "./plan-step";

/**
 * Writes the steps of a plan: keeps where each array is, loads it into memory before the rows that read it, and stores it
 * for JavaScript. Rows are added by who knows the operations.
 */
export class PlanWriter {
  protected readonly steps: PlanStep[] = [];
  private readonly buffers: PlannedBuffer[] = [];
  private readonly fixed: [number, ConcreteArray][] = [];
  private readonly slots = new Map<Atom, number>();
  protected readonly views = new Map<Atom, PlannedView>();
  /** Arrays of one number that is known. */
  protected readonly numbers = new Map<Atom, number>();
  private slotCount = 0;
  /** Rows since JavaScript computed something, what they need loaded, and the place of the first of them. */
  private rows: PlannedRow[] = [];
  private loads: PlanStep[] = [];
  protected firstRow = 0;
  protected row = 0;
  protected planned = 0;

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

  protected numberOf(atom: Atom): number | null {
    if (atom instanceof Var) return this.numbers.get(atom) ?? null;
    return atom.literal.dtype === "float32" ? atom.literal.uniform() : null;
  }

  /** Where an array lies in memory; it is loaded there where it is JavaScript's. */
  protected viewFor(atom: Atom): PlannedView {
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
  protected stored(atom: Atom): number {
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

  protected slotFor(atom: Atom): number {
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

  protected dense(view: PlannedView): PlannedView {
    if (isDense(view)) return view;
    const to = this.buffer(sizeOf(view.shape) * 4 + PAST_END);
    this.reads(view);
    this.push({ kind: "copy", view, to });
    return wholeView(to, view.shape);
  }

  protected buffer(bytes: number, takes: PlannedBuffer | null = null): PlannedBuffer {
    const buffer = new PlannedBuffer(bytes, this.row, takes);
    this.buffers.push(buffer);
    return buffer;
  }

  protected reads(...views: readonly PlannedView[]): void {
    for (const { buffer } of views) buffer.readBy(this.row);
  }

  protected push(row: PlannedRow): void {
    this.rows.push(row);
    this.row += 1;
    this.planned += 1;
  }

  protected endRows(): void {
    this.steps.push(...this.loads);
    if (this.rows.length > 0) this.steps.push({ kind: "rows", rows: this.rows });
    this.loads = [];
    this.rows = [];
    this.firstRow = this.row;
  }
}
