import type { JaxArray } from "../array/array";
import type { Batching } from "./batch-rule";
import { batchRules } from "./batch-rules";
import type { Operation } from "./operation";
import type { ParamsOf, Primitive } from "../array/primitives";
import { bind, bindCall, Tracer, type Main, type Trace } from "./trace";

/** One example of a batch; the batch is the first axis of `value`. */
export class BatchTracer extends Tracer {
  static override readonly pythonName: string = "BatchTracer";
  constructor(
    main: Main,
    readonly value: JaxArray,
  ) {
    super(main, value.shape.slice(1), value.dtype, value.weak);
  }
  override get jaxClass(): string {
    return "BatchTracer";
  }
  override inner(): null {
    return null;
  }
}

/** Runs each operation for all examples at once. */
export class BatchTrace implements Trace {
  constructor(
    private readonly main: () => Main,
    readonly size: number,
    /** How a staged function is batched; it makes traces of this class, hence handed in. */
    private readonly batchOfCall: Batching,
  ) {}

  process<P extends Primitive>(prim: P, args: readonly JaxArray[], params: ParamsOf[P]): JaxArray {
    const main = this.main();
    const batched = args.map((x) => x.main === main);
    const values = args.map((x) => batchValue(x, main));
    // Under staging, an operation without batched arguments can end up here.
    if (!batched.includes(true)) return bind(prim, values, params);
    return new BatchTracer(main, batchRules[prim](values, batched, params, this.size));
  }

  processCall(call: Operation, args: readonly JaxArray[]): JaxArray[] {
    const main = this.main();
    const batched = args.map((x) => x.main === main);
    const values = args.map((x) => batchValue(x, main));
    if (!batched.includes(true)) return bindCall(call, values);
    const { outs, outBatched } = this.batchOfCall(call, values, batched, this.size);
    return outs.map((out, i) => (outBatched[i] ? new BatchTracer(main, out) : out));
  }
}

/** The whole batch behind a tracer of this transformation; other values are their own. */
export function batchValue(x: JaxArray, main: Main): JaxArray {
  return x instanceof BatchTracer && x.main === main ? x.value : x;
}
