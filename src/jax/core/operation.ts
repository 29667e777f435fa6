import type { JaxArray } from "../array/array";
import { withoutDeadCode } from "./without-dead-code";
import type { Aval } from "../array/aval";
import { avalOf, type Jaxpr, type Operation, type Operations } from "./jaxpr";

/** A function of flat arguments with results that are all arrays. */
export type FlatFunction = (args: readonly JaxArray[]) => readonly JaxArray[];

/** What transformations of an operation cost once is kept with it. */
abstract class Staged {
  readonly cache = new Map<string, unknown>();
}

/**
 * A staged function with its name. With `remat`, nothing that is inside is kept for the derivative:
 * it is computed again.
 */
export class Call extends Staged {
  readonly kind = "jit";
  readonly outAvals: readonly Aval[];
  /** What is run and transformed: without operations whose results nobody reads. */
  readonly jaxpr: Jaxpr;
  constructor(
    readonly name: string,
    /** The function as it was written down, for its text. */
    readonly shown: Jaxpr,
    readonly remat = false,
  ) {
    super();
    this.jaxpr = withoutDeadCode(shown);
    this.outAvals = shown.outputs.map(avalOf);
  }
}

/**
 * A loop over the first axis of the scanned arguments. Arguments are constants, carry, scanned;
 * `body` maps constants, carry and one row of each scanned argument to the next carry and one row of
 * each further result.
 */
export class Scan extends Staged {
  readonly kind = "scan";
  readonly outAvals: readonly Aval[];
  constructor(
    readonly body: Call,
    readonly numConsts: number,
    readonly numCarry: number,
    readonly length: number,
    readonly reverse: boolean,
  ) {
    super();
    this.outAvals = body.outAvals.map((aval, i) =>
      i < numCarry ? aval : { ...aval, shape: [length, ...aval.shape] },
    );
  }
}

/** A loop while a condition holds. Arguments are constants of the condition, those of the body, carry. */
export class While extends Staged {
  readonly kind = "while";
  readonly outAvals: readonly Aval[];
  constructor(
    readonly cond: Call,
    readonly numCondConsts: number,
    readonly body: Call,
    readonly numBodyConsts: number,
  ) {
    super();
    this.outAvals = body.outAvals;
  }
}

/** One of several staged functions, by an int32 index that is the first argument. */
export class Cond extends Staged {
  readonly kind = "cond";
  readonly outAvals: readonly Aval[];
  constructor(readonly branches: readonly Call[]) {
    super();
    this.outAvals = branches[0].outAvals;
  }
}

/** Values and tangents of a function whose derivative its author wrote. */
export type JvpFunction = (
  primals: readonly JaxArray[],
  tangents: readonly JaxArray[],
) => { readonly outs: readonly JaxArray[]; readonly tangents: readonly (JaxArray | null)[] };

/** A function with a derivative of its own. `staged` is null until it is part of a staged function. */
export class CustomJvp extends Staged {
  readonly kind = "custom_jvp_call";
  constructor(
    readonly name: string,
    readonly run: FlatFunction,
    readonly jvp: JvpFunction,
    readonly ruleName: string,
    readonly staged: Call | null = null,
  ) {
    super();
  }
}

/** From saved values and cotangents of the results to cotangents of the arguments. */
export type PullFunction = (
  residuals: readonly JaxArray[],
  cotangents: readonly JaxArray[],
) => readonly (JaxArray | null)[];

/** The forward half of a custom reverse derivative, with the backward half that belongs to it. */
export type FwdFunction = (args: readonly JaxArray[]) => {
  readonly outs: readonly JaxArray[];
  readonly residuals: readonly JaxArray[];
  readonly pull: PullFunction;
};

/** A function with a reverse derivative of its own. */
export class CustomVjp extends Staged {
  readonly kind = "custom_vjp_call";
  constructor(
    readonly name: string,
    readonly run: FlatFunction,
    readonly fwd: FwdFunction,
    readonly ruleNames: readonly [fwd: string, bwd: string],
    readonly staged: Call | null = null,
  ) {
    super();
  }
}

/**
 * The derivative that a custom reverse rule stands for. Arguments are residuals, then tangents. It can
 * only run backwards.
 */
export class CustomLinear extends Staged {
  readonly kind = "custom_lin";
  constructor(
    readonly numResiduals: number,
    readonly pull: PullFunction,
    readonly outAvals: readonly Aval[],
  ) {
    super();
  }
}

/** Shows values while the program runs; it has no results. */
export class DebugPrint extends Staged {
  readonly kind = "debug_print";
  readonly outAvals: readonly Aval[] = [];
  constructor(
    readonly format: string,
    readonly show: (values: readonly JaxArray[]) => void,
  ) {
    super();
  }
}

declare module "./jaxpr" {
  interface Operations {
    jit: Call;
    scan: Scan;
    while: While;
    cond: Cond;
    custom_jvp_call: CustomJvp;
    custom_vjp_call: CustomVjp;
    custom_lin: CustomLinear;
    debug_print: DebugPrint;
  }
}

export type { Operation };
/** Each table of rules is total over the kinds. */
export type OperationKind = keyof Operations;
/** The operation of one kind. */
export type OperationOf<K extends OperationKind> = Operations[K];
/** An operation whose result types are known before it runs. */
export type TypedOperation = Exclude<Operation, CustomJvp | CustomVjp>;
