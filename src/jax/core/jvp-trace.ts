import type { JaxArray } from "../array/array";
import type { Operation } from "./operation";
import { jvpRules, type Tangent } from "./jvp-rules";
import { LinearTracer } from "./linear-trace";
import type { ParamsOf, Primitive } from "../array/primitives";
import { bind, bindCall, Tracer, type Main, type Trace } from "./trace";

/** A value with its tangent; null is a zero tangent. */
export class JvpTracer extends Tracer {
  constructor(
    main: Main,
    readonly primal: JaxArray,
    readonly tangent: Tangent,
  ) {
    super(main, primal.shape, primal.dtype, primal.weak);
  }
  override get jaxClass(): string {
    return this.tangent instanceof LinearTracer ? "LinearizeTracer" : "JVPTracer";
  }
  override inner(): JaxArray {
    return this.primal;
  }
}

/** How a staged function is differentiated; given to the trace, which is part of the answer itself. */
export type JvpOfCall = (
  call: Operation,
  primals: readonly JaxArray[],
  tangents: readonly Tangent[],
) => { outs: readonly JaxArray[]; outTangents: readonly Tangent[] };

/** Forward differentiation: each operation computes its value and its tangent. */
export class JvpTrace implements Trace {
  constructor(
    private readonly main: () => Main,
    private readonly jvpOfCall: JvpOfCall,
  ) {}

  process<P extends Primitive>(prim: P, args: readonly JaxArray[], params: ParamsOf[P]): JaxArray {
    const main = this.main();
    const primals = args.map((x) => primalOf(x, main));
    const tangents = args.map((x) => tangentOf(x, main));
    if (tangents.every((t) => t === null))
      return new JvpTracer(main, bind(prim, primals, params), null);
    const [primal, tangent] = jvpRules[prim](primals, tangents, params);
    return new JvpTracer(main, primal, tangent);
  }

  processCall(call: Operation, args: readonly JaxArray[]): JaxArray[] {
    const main = this.main();
    const primals = args.map((x) => primalOf(x, main));
    const tangents = args.map((x) => tangentOf(x, main));
    if (tangents.every((t) => t === null))
      return bindCall(call, primals).map((out) => new JvpTracer(main, out, null));
    const { outs, outTangents } = this.jvpOfCall(call, primals, tangents);
    return outs.map((out, i) => new JvpTracer(main, out, outTangents[i]));
  }
}

/** The value of a tracer of this transformation; other values are their own. */
export function primalOf(x: JaxArray, main: Main): JaxArray {
  return x instanceof JvpTracer && x.main === main ? x.primal : x;
}

/** The tangent of a tracer of this transformation; other values are constants. */
export function tangentOf(x: JaxArray, main: Main): Tangent {
  return x instanceof JvpTracer && x.main === main ? x.tangent : null;
}
