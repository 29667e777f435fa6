import { sizeOf, type Aval } from "../../array/aval";
import type { ConcreteArray } from "../../array/concrete";
import { withoutDenormals } from "../../array/denormals";
import { expand, gatherStrided } from "../../array/expand";
import { aligned, lazily, storedValues } from "../../device/elementwise";
import { startStep, type StartedStep } from "../../device/wasm/planned/start-step";
import {
  firstByte,
  isDense,
  isRepeated,
  type PlannedView,
} from "../../device/wasm/planned/planned-view";
import { withMemory, type SimdEngine } from "../../device/wasm/simd-engine";
import type { AnyEquation } from "../jaxpr";
import type { Plan, PlanStep } from "./plan-step";

/** Computes an equation on arrays of JavaScript. */
type EvaluateEquation = (
  equation: AnyEquation,
  inputs: readonly ConcreteArray[],
) => readonly ConcreteArray[];

/** A plan with its compiled rows. */
export interface PlannedStep {
  readonly plan: Plan;
  readonly started: StartedStep;
  /** The slots that no later step reads, by step. */
  readonly dead: readonly (readonly number[])[];
}

/** Compiles a plan's rows; null where it takes too much memory. */
export function plannedStep(engine: SimdEngine, plan: Plan): PlannedStep | null {
  const segments = plan.steps.flatMap((step) => (step.kind === "rows" ? [step.rows] : []));
  const started = startStep(engine, segments, plan.buffers);
  return started === null ? null : { plan, started, dead: deadSlots(plan) };
}

/** Runs a planned function. */
export function runPlan(
  engine: SimdEngine,
  { plan, started, dead }: PlannedStep,
  args: readonly ConcreteArray[],
  evaluate: EvaluateEquation,
): ConcreteArray[] {
  const frame = new Array<ConcreteArray | null>(plan.slots).fill(null);
  args.forEach((value, i) => (frame[i] = value));
  for (const [slot, value] of plan.fixed) frame[slot] = value;
  const get = (slot: number): ConcreteArray => {
    const value = frame[slot];
    if (value === null) throw new Error("A planned function read a value before it was made.");
    return value;
  };
  return withMemory(engine, started.bytes, (address) => {
    let segment = 0;
    plan.steps.forEach((step, i) => {
      if (step.kind === "rows") started.segments[segment++](address);
      else if (step.kind === "load") load(engine, get(step.slot), address + step.to.offset);
      else if (step.kind === "store")
        frame[step.slot] = store(engine, step.view, step.aval, address);
      else {
        const outs = evaluate(step.equation, step.inputs.map(get));
        step.outs.forEach((slot, at) => (frame[slot] = outs[at]));
      }
      for (const slot of dead[i]) frame[slot] = null;
    });
    return plan.outputs.map(get);
  });
}

/** All values of an array into memory, denormals as zeros of their sign. */
function load({ memory }: SimdEngine, x: ConcreteArray, address: number): void {
  const target = new Float32Array(memory.buffer, address, sizeOf(x.shape));
  const stored = withoutDenormals(storedValues(x));
  if (x.base === null) target.set(stored);
  else if (stored.length === 1) target.fill(stored[0]);
  else target.set(expand(stored, aligned(x.base, x.shape.length), x.shape, x.dtype));
}

/** A copy of what lies in memory as an array of its own. */
function store(
  { memory }: SimdEngine,
  view: PlannedView,
  aval: Aval,
  address: number,
): ConcreteArray {
  const from = (address + firstByte(view)) / 4;
  const numbers = new Float32Array(memory.buffer);
  const { shape, strides } = view;
  if (isRepeated(view) && shape.length > 0)
    return lazily(
      aval,
      shape.map(() => 1),
      numbers.slice(from, from + 1),
    );
  const values = isDense(view)
    ? numbers.slice(from, from + sizeOf(shape))
    : gatherStrided(numbers, strides, shape, "float32", from);
  return lazily(aval, shape, values);
}

/** Slots that neither a later step nor the result reads, by the step after which that is so. */
function deadSlots({ steps, outputs, fixed }: Plan): number[][] {
  const seen = new Set<number>([...outputs, ...fixed.map(([slot]) => slot)]);
  const dead = steps.map(() => [] as number[]);
  for (let i = steps.length - 1; i >= 0; i--)
    for (const slot of slotsOf(steps[i]))
      if (!seen.has(slot)) {
        seen.add(slot);
        dead[i].push(slot);
      }
  return dead;
}

function slotsOf(step: PlanStep): readonly number[] {
  if (step.kind === "rows") return [];
  return step.kind === "host" ? [...step.inputs, ...step.outs] : [step.slot];
}
