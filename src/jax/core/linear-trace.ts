import { abstractRules } from "./abstract";
import type { JaxArray } from "../array/array";
import type { Aval } from "../array/aval";
import type { Operation, TypedOperation } from "./operation";
import type { ParamsOf, Primitive } from "../array/primitives";
import { Tracer, type Main, type Trace } from "./trace";

/** A tangent that is not known yet: an input of the linear program, or the result of one of its steps. */
export class LinearTracer extends Tracer {
  /** The cotangent gathered so far while the program runs backwards. */
  ct: JaxArray | null = null;
  constructor(main: Main, aval: Aval) {
    super(main, aval.shape, aval.dtype, aval.weak);
  }
  override inner(): null {
    return null;
  }
}

/** One linear operation; its arguments are linear tracers of the same program, or known values. */
export type LinearStep =
  | {
      readonly [P in Primitive]: {
        readonly prim: P;
        readonly params: ParamsOf[P];
        readonly args: readonly JaxArray[];
        readonly outs: readonly LinearTracer[];
      };
    }[Primitive]
  | {
      readonly prim: "call";
      readonly call: TypedOperation;
      readonly args: readonly JaxArray[];
      readonly outs: readonly LinearTracer[];
    };

/** Records what happens to unknown tangents; everything else was computed already. */
export class LinearTrace implements Trace {
  readonly steps: LinearStep[] = [];
  constructor(private readonly main: () => Main) {}

  process<P extends Primitive>(prim: P, args: readonly JaxArray[], params: ParamsOf[P]): JaxArray {
    const out = new LinearTracer(this.main(), abstractRules[prim](args, params));
    // One P for all three fields, which the union over all primitives cannot express.
    this.steps.push({ prim, params, args, outs: [out] } as unknown as LinearStep);
    return out;
  }

  processCall(call: Operation, args: readonly JaxArray[]): JaxArray[] {
    // A custom derivative does not concern a linear program: the function itself is what is linear.
    if (call.kind === "custom_jvp_call" || call.kind === "custom_vjp_call")
      return [...call.run(args)];
    const outs = call.outAvals.map((aval) => new LinearTracer(this.main(), aval));
    this.steps.push({ prim: "call", call, args, outs });
    return outs;
  }
}

/** The derivative of a function at a point, as a list of linear steps. */
export interface LinearProgram {
  readonly main: Main;
  /** The unknown tangent of each input; null where the input is not a float. */
  readonly inputs: readonly (LinearTracer | null)[];
  readonly steps: readonly LinearStep[];
  /** The tangent of each output; null is zero. */
  readonly outputs: readonly (JaxArray | null)[];
}
