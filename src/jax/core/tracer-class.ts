import type { JaxArray } from "../array/array";
import { BatchTracer } from "./batch-trace";
import { JvpTracer } from "./jvp-trace";
import { LinearTracer } from "./linear-trace";

/** The kind of a tracer, by JAX's class of it. */
export function tracerClass(x: JaxArray): string {
  if (x instanceof BatchTracer) return "BatchTracer";
  if (!(x instanceof JvpTracer)) return "DynamicJaxprTracer";
  return x.tangent instanceof LinearTracer ? "LinearizeTracer" : "JVPTracer";
}
