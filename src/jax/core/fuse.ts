import { isElementwise } from "../device/webgl/snippets";
import { sameShape, sizeOf } from "../array/aval";
import { avalOf, Var, type AnyEquation, type Atom, type Jaxpr } from "./jaxpr";

/** A part of a staged function that runs as one: an equation, or elementwise equations as a function of their own. */
export type FusedRow = {
  readonly inputs: readonly Atom[];
  readonly outs: readonly Var[];
} & ({ readonly equation: AnyEquation } | { readonly group: Jaxpr });

/** A value that is computed inside of its user: what that takes, absorbed equations included. */
interface Part {
  readonly equations: number;
  /** What the equations read from outside. */
  readonly operands: ReadonlySet<Atom>;
  readonly isCheap: boolean;
}

const MAX_EQUATIONS = 16;

/** What an engine computes in one row. */
export interface Fusing {
  /** Whether an equation can be part of a row of elementwise ones. */
  readonly isFusable: (equation: AnyEquation) => boolean;
  /** A row grows no further once it reads more than so many arrays. */
  readonly maxOperands: number;
  /** Equations that cost nothing by themselves: two of them are not worth a row. */
  readonly freeEquations: (jaxpr: Jaxpr) => ReadonlySet<AnyEquation>;
}

/** A GPU's: an equation has up to three inputs, and a shader at least 16 textures. */
const ON_GPU: Fusing = { isFusable: isFusableOnGpu, maxOperands: 5, freeEquations };

/** So many users may each compute the same values again, where that costs less than to store and load them. */
const MAX_USERS = 3;
const MAX_REPEATED = 4;
const CHEAP: ReadonlySet<string> = new Set<string>([
  "add",
  "sub",
  "mul",
  "div",
  "max",
  "min",
  "square",
  "relu",
  "relu_grad",
  "select_n",
  "eq",
  "ne",
  "lt",
  "le",
  "gt",
  "ge",
]);

/**
 * The equations of a staged function with each chain of elementwise ones made into one row, so that a GPU
 * runs one shader, and stores one array, for it, or a processor one loop. Equations stay in an order in which all that
 * they read is there.
 */
export function fuse(jaxpr: Jaxpr, fusing: Fusing = ON_GPU): FusedRow[] {
  const absorbed = absorbedEquations(jaxpr, fusing);
  const makers = new Map<Var, AnyEquation>();
  for (const equation of absorbed) makers.set(equation.outs[0], equation);
  return jaxpr.equations
    .filter((equation) => !absorbed.has(equation))
    .map((equation) => {
      const parts = partsOf(equation, makers);
      if (parts.length > 1) return groupOf(parts);
      return { equation, inputs: equation.inputs, outs: equation.outs };
    });
}

/** Whether the GPU computes an equation element by element. */
function isFusableOnGpu(equation: AnyEquation): boolean {
  if (equation.prim === "call" || !isElementwise(equation.prim, equation.params)) return false;
  const { inputs, outs } = equation;
  const { shape } = outs[0].aval;
  return (
    shape.length > 0 &&
    shape.length <= 4 &&
    sizeOf(shape) > 0 &&
    [...inputs.map(avalOf), outs[0].aval].every(
      ({ dtype }) => dtype === "float32" || dtype === "bool",
    )
  );
}

/** Equations that are computed inside of all who read them. */
function absorbedEquations(jaxpr: Jaxpr, fusing: Fusing): Set<AnyEquation> {
  const { isFusable, maxOperands } = fusing;
  const users = usersOf(jaxpr);
  const results = new Set<Atom>(jaxpr.outputs);
  const free = fusing.freeEquations(jaxpr);
  const absorbed = new Set<AnyEquation>();
  const parts = new Map<Atom, Part>();
  for (const equation of jaxpr.equations) {
    const [out] = equation.outs;
    if (!isFusable(equation) || results.has(out)) continue;
    const part = partFor(equation, parts);
    const readers = users.get(out) ?? [];
    const mayRepeat = part.isCheap && part.equations <= MAX_REPEATED && readers.length <= MAX_USERS;
    if (part.equations > MAX_EQUATIONS || part.operands.size > maxOperands) continue;
    if (readers.length > 1 && !mayRepeat) continue;
    const isAbsorbed = readers.every(
      (reader) =>
        isFusable(reader) &&
        sameShape(reader.outs[0].aval.shape, out.aval.shape) &&
        !(free.has(reader) && free.has(equation)),
    );
    if (!isAbsorbed) continue;
    absorbed.add(equation);
    parts.set(out, part);
  }
  return absorbed;
}

function partFor({ prim, inputs }: AnyEquation, parts: ReadonlyMap<Atom, Part>): Part {
  const absorbed = inputs.flatMap((atom) => parts.get(atom) ?? []);
  return {
    equations: absorbed.reduce((sum, { equations }) => sum + equations, 1),
    operands: new Set(inputs.flatMap((atom) => [...(parts.get(atom)?.operands ?? [atom])])),
    isCheap: CHEAP.has(prim) && absorbed.every(({ isCheap }) => isCheap),
  };
}

function usersOf(jaxpr: Jaxpr): Map<Atom, AnyEquation[]> {
  const users = new Map<Atom, AnyEquation[]>();
  for (const equation of jaxpr.equations)
    for (const atom of new Set(equation.inputs)) {
      const known = users.get(atom);
      if (known === undefined) users.set(atom, [equation]);
      else known.push(equation);
    }
  return users;
}

/** Equations that change an array's scale or type alone, which takes no shader. */
function freeEquations(jaxpr: Jaxpr): Set<AnyEquation> {
  const repeated = new Set<Atom>();
  const isNumber = (atom: Atom): boolean => avalOf(atom).shape.length === 0 || repeated.has(atom);
  const free = new Set<AnyEquation>();
  for (const equation of jaxpr.equations) {
    const { prim, inputs, outs } = equation;
    if (prim === "broadcast_in_dim" && isNumber(inputs[0])) repeated.add(outs[0]);
    const isScaling =
      prim === "neg" ||
      prim === "stop_gradient" ||
      (prim === "convert_element_type" && avalOf(inputs[0]).dtype === outs[0].aval.dtype) ||
      (prim === "mul" && inputs.some(isNumber)) ||
      (prim === "div" && isNumber(inputs[1]));
    if (isScaling) free.add(equation);
    if (isScaling && inputs.every(isNumber)) repeated.add(outs[0]);
  }
  return free;
}

/** An equation after those that it absorbs, in an order in which all that they read is there. */
function partsOf(equation: AnyEquation, makers: ReadonlyMap<Var, AnyEquation>): AnyEquation[] {
  const parts = new Set<AnyEquation>();
  const visit = (one: AnyEquation): void => {
    for (const atom of one.inputs) {
      const maker = atom instanceof Var ? makers.get(atom) : undefined;
      if (maker !== undefined && !parts.has(maker)) visit(maker);
    }
    parts.add(one);
  };
  visit(equation);
  return [...parts];
}

/** Equations as a function of what they read from outside; scalar constants become arguments too. */
function groupOf(parts: readonly AnyEquation[]): FusedRow {
  const inside = new Set<Atom>(parts.flatMap(({ outs }) => outs));
  const operands = new Map<Atom, Var>();
  const operandFor = (atom: Atom): Atom => {
    if (inside.has(atom)) return atom;
    const known = operands.get(atom) ?? new Var(avalOf(atom));
    operands.set(atom, known);
    return known;
  };
  const equations = parts.map((part): AnyEquation => ({
    ...part,
    inputs: part.inputs.map(operandFor),
  }));
  const { outs } = parts[parts.length - 1];
  const group = {
    constVars: [],
    consts: [],
    inputs: [...operands.values()],
    equations,
    outputs: outs,
  };
  return { group, inputs: [...operands.keys()], outs };
}
