import { deviceFused, fusesElementwise } from "../device/fused-op";
import { simdEngine, type SimdEngine } from "../device/wasm/simd-engine";
import type { Storage } from "../array/storage";
import type { Aval } from "../array/aval";
import { ConcreteArray } from "../array/concrete";
import { forwardOfCustomVjp } from "./forward-of-custom-vjp";
import { fuse, type FusedRow } from "./fuse";
import { Var, type AnyEquation, type Atom, type Jaxpr } from "./jaxpr";
import type {
  Call,
  CustomJvp,
  CustomVjp,
  Operation,
  OperationKind,
  OperationOf,
} from "./operation";
import { planOf } from "./planned/plan";
import { plannedStep, runPlan, type PlannedStep } from "./planned/run-plan";
import { runCond, runScan, runWhile, type Evaluate } from "./run-loops";

/** Elementwise equations that a GPU runs as one, and how to run them one by one. */
interface Group {
  readonly prim: "group";
  readonly jaxpr: Jaxpr;
  readonly program: Program;
}

/** Where an equation reads a value from: a slot of the frame. */
interface Step {
  readonly part: AnyEquation | Group;
  readonly inputs: readonly number[];
  readonly outs: readonly number[];
  /** Slots that no later step reads. */
  readonly dead: readonly number[];
}

interface Program {
  readonly slots: number;
  readonly fixed: readonly (readonly [slot: number, value: ConcreteArray])[];
  readonly inputs: readonly number[];
  readonly steps: readonly Step[];
  readonly outputs: readonly number[];
}

/** Runs a staged function; device arrays it makes are freed after their last use. */
function runCall(call: Call, args: readonly ConcreteArray[], evaluate: Evaluate): ConcreteArray[] {
  const fused = fusesElementwise();
  const planned = fused ? null : plannedCall(call);
  if (planned !== null)
    return runPlan(planned.engine, planned.step, args, (equation, inputs) =>
      equation.prim === "call"
        ? runOperation(equation.call, inputs, evaluate)
        : [evaluate(equation.prim, inputs, equation.params)],
    );
  const key = fused ? "fused" : "program";
  let program = call.cache.get(key) as Program | undefined;
  if (program === undefined) {
    const { jaxpr } = call;
    program = compile(jaxpr, fused ? fuse(jaxpr) : jaxpr.equations.map(alone));
    call.cache.set(key, program);
  }
  return run(program, args, evaluate);
}

/** The plan of a staged function on the CPU's engine, made once; null where there is no engine, or nothing to plan. */
function plannedCall(
  call: Call,
): { readonly engine: SimdEngine; readonly step: PlannedStep } | null {
  const engine = simdEngine();
  if (engine === null) return null;
  let step = call.cache.get("planned") as PlannedStep | null | undefined;
  if (step === undefined) {
    const plan = planOf(call.jaxpr);
    step = plan === null ? null : plannedStep(engine, plan);
    call.cache.set("planned", step);
  }
  return step === null ? null : { engine, step };
}

function alone(equation: AnyEquation): FusedRow {
  return { equation, inputs: equation.inputs, outs: equation.outs };
}

function partOf(row: FusedRow): AnyEquation | Group {
  if ("equation" in row) return row.equation;
  const { group } = row;
  return { prim: "group", jaxpr: group, program: compile(group, group.equations.map(alone)) };
}

function compile(jaxpr: Jaxpr, parts: readonly FusedRow[]): Program {
  const slots = new Map<Var, number>();
  const fixed: [number, ConcreteArray][] = [];
  let count = 0;
  const slotOf = (variable: Var): number => {
    let slot = slots.get(variable);
    if (slot === undefined) slots.set(variable, (slot = count++));
    return slot;
  };
  const read = (atom: Atom): number => {
    if (atom instanceof Var) return slotOf(atom);
    fixed.push([count, atom.literal]);
    return count++;
  };
  // Constants of a compiled function are concrete: tracers among them were made inputs before.
  jaxpr.constVars.forEach((v, i) => fixed.push([slotOf(v), jaxpr.consts[i] as ConcreteArray]));
  const inputs = jaxpr.inputs.map(slotOf);
  const rows = parts.map((row) => ({
    part: partOf(row),
    inputs: row.inputs.map(read),
    outs: row.outs.map(slotOf),
  }));
  const outputs = jaxpr.outputs.map(read);
  const kept = new Set([...outputs, ...inputs, ...fixed.map(([slot]) => slot)]);
  const steps = withLastUses(rows, kept);
  return { slots: count, fixed, inputs, steps, outputs };
}

function withLastUses(rows: readonly Omit<Step, "dead">[], kept: ReadonlySet<number>): Step[] {
  const seen = new Set<number>(kept);
  const dead = rows.map(() => [] as number[]);
  for (let i = rows.length - 1; i >= 0; i--)
    for (const slot of [...rows[i].outs, ...rows[i].inputs])
      if (!seen.has(slot)) {
        seen.add(slot);
        dead[i].push(slot);
      }
  return rows.map((row, i) => ({ ...row, dead: dead[i] }));
}

function run(
  program: Program,
  args: readonly ConcreteArray[],
  evaluate: Evaluate,
): ConcreteArray[] {
  const frame = new Array<ConcreteArray | null>(program.slots).fill(null);
  // An array's storage can be replaced by host values while it is used; the first one counts.
  const storages = new Array<Storage | null>(program.slots).fill(null);
  const users = new Map<Storage, number>();
  const put = (slot: number, value: ConcreteArray): void => {
    frame[slot] = value;
    storages[slot] = value.storage;
    users.set(value.storage, (users.get(value.storage) ?? 0) + 1);
  };
  for (const [slot, value] of program.fixed) put(slot, value);
  program.inputs.forEach((slot, i) => put(slot, args[i]));
  const get = (slot: number): ConcreteArray => {
    const value = frame[slot];
    if (value === null) throw new Error("A staged function read a value before it was made.");
    return value;
  };
  for (const step of program.steps) {
    const inputs = step.inputs.map(get);
    perform(step, inputs, evaluate).forEach((value, i) => put(step.outs[i], value));
    for (const slot of step.dead) {
      const storage = storages[slot];
      if (storage === null) continue;
      const left = (users.get(storage) ?? 1) - 1;
      users.set(storage, left);
      if (left === 0) storage.free();
      frame[slot] = null;
    }
  }
  return program.outputs.map(get);
}

function perform(
  { part }: Step,
  inputs: readonly ConcreteArray[],
  evaluate: Evaluate,
): ConcreteArray[] {
  if (part.prim === "call") return runOperation(part.call, inputs, evaluate);
  if (part.prim !== "group") return [evaluate(part.prim, inputs, part.params)];
  const result = deviceFused(part.jaxpr, inputs);
  return result === null ? run(part.program, inputs, evaluate) : [result];
}

type Rule<K extends OperationKind> = (
  operation: OperationOf<K>,
  args: readonly ConcreteArray[],
  evaluate: Evaluate,
) => ConcreteArray[];

/** A function with a derivative of its own is just that function; all arguments are concrete here. */
function runCustom(
  { staged, run }: CustomJvp | CustomVjp,
  args: readonly ConcreteArray[],
  evaluate: Evaluate,
): ConcreteArray[] {
  return staged === null ? (run(args) as ConcreteArray[]) : runCall(staged, args, evaluate);
}

const rules: { readonly [K in OperationKind]: Rule<K> } = {
  jit: runCall,
  scan: (scan, args, evaluate) =>
    runScan(scan, args, (call, inputs) => runCall(call, inputs, evaluate), evaluate),
  while: (loop, args, evaluate) =>
    runWhile(loop, args, (call, inputs) => runCall(call, inputs, evaluate)),
  cond: (cond, args, evaluate) =>
    runCond(cond, args, (call, inputs) => runCall(call, inputs, evaluate)),
  custom_jvp_call: runCustom,
  custom_vjp_call: runCustom,
  custom_lin: () => {
    throw forwardOfCustomVjp();
  },
  debug_print: ({ show }, args) => {
    show(args);
    return [];
  },
};

/** Runs an operation on concrete arrays. */
export function runOperation(
  operation: Operation,
  args: readonly ConcreteArray[],
  evaluate: Evaluate,
): ConcreteArray[] {
  // The rule belongs to the operation's kind; the union hides that from the table's type.
  const rule = rules[operation.kind] as Rule<OperationKind>;
  const outs = rule(operation, args, evaluate);
  const avals = avalsOf(operation);
  return avals === null ? outs : outs.map((out, i) => withWeak(out, avals[i].weak));
}

function avalsOf(operation: Operation): readonly Aval[] | null {
  if ("outAvals" in operation) return operation.outAvals;
  return operation.staged?.outAvals ?? null;
}

/** Whether a result is weakly typed was settled by staging; constants made later may differ in that. */
function withWeak(x: ConcreteArray, weak: boolean): ConcreteArray {
  if (x.weak === weak) return x;
  return new ConcreteArray(x.shape, x.dtype, weak, x.storage, x.base, x.scale);
}
