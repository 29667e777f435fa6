/**
 * Staged functions in double precision, element by element: the independent arithmetic that values and
 * derivatives of random programs are compared with.
 */
import { abstractRules } from "../../../core/abstract";
import { range, sizeOf, type Aval } from "../../../array/aval";
import { ConcreteArray } from "../../../array/concrete";
import { Var, type AnyEquation, type Atom, type Jaxpr } from "../../../core/jaxpr";
import type { Call, Operation } from "../../../core/operation";
import { ARITHMETIC } from "../../../array/binary";
import type { ParamsOf, Primitive } from "../../../array/primitives";
import { UNARY } from "../../../array/unary";
import { INTEGER_RANGE, isFloating } from "../../../base/dtype";
import type { Grid } from "./grid";
import { referenceRule } from "./primitives";

/** What a computed number becomes, to see how much rounding matters; itself for none. */
export type Noise = (value: number) => number;
const NONE: Noise = (value) => value;
const EXACT: ReadonlySet<Primitive> = new Set<Primitive>([
  "neg",
  "abs",
  "sign",
  "floor",
  "ceil",
  "round",
  "stop_gradient",
  "relu",
  "max",
  "min",
]);
const ROUNDED: ReadonlySet<Primitive> = new Set<Primitive>(
  [
    ...UNARY,
    ...ARITHMETIC,
    "integer_pow",
    "dot_general",
    "reduce_sum",
    "reduce_prod",
    "cumsum",
  ].filter((name): name is Primitive => !EXACT.has(name as Primitive)) as Primitive[],
);

/** An array of the facade as the reference holds it. */
export function gridOf(x: unknown): Grid {
  if (!(x instanceof ConcreteArray))
    throw new Error("A staged function holds a value that is no array.");
  const { shape, dtype, weak } = x;
  return { shape, dtype, weak, data: [...x.values()].slice(0, sizeOf(shape)) };
}

function wrapped(value: number, [min, max]: readonly [number, number]): number {
  const span = max - min + 1;
  return ((((value - min) % span) + span) % span) + min;
}

class Interpreter {
  constructor(private readonly noise: Noise) {}

  run({ constVars, consts, inputs, equations, outputs }: Jaxpr, args: readonly Grid[]): Grid[] {
    const values = new Map<Var, Grid>();
    constVars.forEach((v, i) => values.set(v, gridOf(consts[i])));
    inputs.forEach((v, i) => values.set(v, args[i]));
    const read = (atom: Atom): Grid => {
      if (!(atom instanceof Var)) return gridOf(atom.literal);
      const value = values.get(atom);
      if (value === undefined)
        throw new Error("A staged function read a value before it was made.");
      return value;
    };
    for (const equation of equations)
      this.apply(equation, equation.inputs.map(read)).forEach((out, i) =>
        values.set(equation.outs[i], out),
      );
    return outputs.map(read);
  }

  private apply(equation: AnyEquation, args: readonly Grid[]): Grid[] {
    if (equation.prim === "call") return this.call(equation.call, args);
    return [this.primitive(equation.prim, args, equation.params)];
  }

  private primitive<P extends Primitive>(
    prim: P,
    args: readonly Grid[],
    params: ParamsOf[P],
  ): Grid {
    const aval: Aval = abstractRules[prim](args, params);
    const out = { shape: aval.shape, dtype: aval.dtype, weak: aval.weak };
    const grid = referenceRule(prim)(args, params, out);
    const bounds = INTEGER_RANGE[out.dtype];
    if (bounds !== undefined) return { ...grid, data: grid.data.map((v) => wrapped(v, bounds)) };
    if (this.noise === NONE || !ROUNDED.has(prim) || !isFloating(out.dtype)) return grid;
    return { ...grid, data: grid.data.map((v) => this.noise(v)) };
  }

  private call(call: Operation, args: readonly Grid[]): Grid[] {
    const inner = (each: Call, inputs: readonly Grid[]): Grid[] => this.run(each.jaxpr, inputs);
    switch (call.kind) {
      case "jit":
        return inner(call, args);
      case "cond":
        return inner(call.branches[args[0].data[0]], args.slice(1));
      case "scan": {
        const { body, numConsts, numCarry, length, reverse, outAvals } = call;
        const [consts, scanned] = [args.slice(0, numConsts), args.slice(numConsts + numCarry)];
        let carry = args.slice(numConsts, numConsts + numCarry);
        const rows: Grid[][] = [];
        for (const i of reverse ? range(length).reverse() : range(length)) {
          const outs = inner(body, [...consts, ...carry, ...scanned.map((x) => row(x, i))]);
          carry = outs.slice(0, numCarry);
          rows[i] = outs.slice(numCarry);
        }
        const stacked = outAvals
          .slice(numCarry)
          .map((aval, k) => ({ ...aval, data: rows.flatMap((each) => each[k].data) }));
        return [...carry, ...stacked];
      }
      case "while": {
        const { cond, body, numCondConsts, numBodyConsts } = call;
        const ofCond = args.slice(0, numCondConsts);
        const ofBody = args.slice(numCondConsts, numCondConsts + numBodyConsts);
        let carry = args.slice(numCondConsts + numBodyConsts);
        while (inner(cond, [...ofCond, ...carry])[0].data[0] !== 0)
          carry = inner(body, [...ofBody, ...carry]);
        return carry;
      }
      case "custom_jvp_call":
      case "custom_vjp_call":
        if (call.staged === null)
          throw new Error("A function with its own derivative was not staged.");
        return inner(call.staged, args);
      case "debug_print":
        return [];
      case "custom_lin":
        throw new Error("A reverse derivative cannot run forwards.");
    }
  }
}

function row({ shape, dtype, weak, data }: Grid, i: number): Grid {
  const size = sizeOf(shape.slice(1));
  return { shape: shape.slice(1), dtype, weak, data: data.slice(i * size, (i + 1) * size) };
}

/** The results of a staged function for given inputs, in double precision. */
export function interpret(jaxpr: Jaxpr, args: readonly Grid[], noise: Noise = NONE): Grid[] {
  return new Interpreter(noise).run(jaxpr, args);
}
