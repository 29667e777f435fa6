import type { JaxArray } from "../array/array";
import { shortAval, type Aval } from "../array/aval";
import type { ConcreteArray } from "../array/concrete";
import { isFloating } from "../base/dtype";
import { pythonFloat } from "../format/scalar-text";
import type { ParamsOf, Primitive } from "../array/primitives";

/** A value inside a staged function: an input or the result of an equation. */
export class Var {
  constructor(readonly aval: Aval) {}
}

/** A scalar constant written in place. */
export interface Literal {
  readonly literal: ConcreteArray;
}
export type Atom = Var | Literal;

/** One operation of a staged function; the primitive and its parameters belong together. */
export type Equation = {
  readonly [P in Primitive]: {
    readonly prim: P;
    readonly params: ParamsOf[P];
    readonly inputs: readonly Atom[];
    readonly outs: readonly Var[];
  };
}[Primitive];

/**
 * Operations that are no primitives, by their kind: staged functions and what is built of them. Declared
 * in operation.ts, whose classes hold jaxprs.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled there
export interface Operations {}
/** Everything that is an operation but no primitive. */
export type Operation = Operations[keyof Operations];

/** A staged function, or an operation built of staged functions, used as one operation. */
export interface CallEquation {
  readonly prim: "call";
  readonly call: Operation;
  readonly inputs: readonly Atom[];
  readonly outs: readonly Var[];
}
export type AnyEquation = Equation | CallEquation;

/** A staged function: constants are inputs that were captured from outside. */
export interface Jaxpr {
  readonly constVars: readonly Var[];
  readonly consts: readonly JaxArray[];
  readonly inputs: readonly Var[];
  readonly equations: readonly AnyEquation[];
  readonly outputs: readonly Atom[];
}

/** The type of an input of an equation. */
export function avalOf(atom: Atom): Aval {
  return atom instanceof Var ? atom.aval : atom.literal;
}

/** Text of a literal: `2.0:f32[]`. */
export function literalText(value: ConcreteArray): string {
  const number = value.values()[0];
  const text =
    value.dtype === "bool"
      ? number === 0
        ? "False"
        : "True"
      : isFloating(value.dtype)
        ? pythonFloat(number)
        : String(number);
  return `${text}:${shortAval(value)}`;
}
