import type { JaxArray } from "../array/array";
import { jvpCond } from "./jvp-cond";
import { jvpCustomJvp, jvpCustomLinear, jvpCustomVjp } from "./jvp-custom";
import { jvpScan } from "./jvp-scan";
import { jvpWhile } from "./jvp-while";
import { flags, memo } from "./memo";
import { Call, type Operation, type OperationKind } from "./operation";
import { spreadTangents, type JvpResult, type JvpRule } from "./jvp-rule";
import { jvpJaxpr, splitJaxpr, type Linearizing } from "./split-jaxpr";
import { bindCall } from "./trace";

/** The derivative of a staged function as two staged functions, made once per set of inputs. */
const jvpCall: JvpRule<"jit"> = (by, call, primals, tangents) => {
  if (call.remat) return jvpRemat(by, call, primals, tangents);
  const wanted = tangents.map((t) => t !== null);
  const split = memo(call, `jvp:${flags(wanted)}`, () => {
    const { known, linear, hasTangent } = splitJaxpr(by, call.jaxpr, wanted);
    return {
      known: new Call(call.name, known),
      linear: new Call(call.name, linear),
      hasTangent,
    };
  });
  const results = bindCall(split.known, primals);
  const count = call.outAvals.length;
  const given = tangents.filter((t) => t !== null);
  const moved = split.hasTangent.includes(true)
    ? bindCall(split.linear, [...results.slice(count), ...given])
    : [];
  return { outs: results.slice(0, count), outTangents: spreadTangents(split.hasTangent, moved) };
};

/** Keeps only the arguments: values inside are computed again with the tangents. */
const jvpRemat: JvpRule<"jit"> = (by, call, primals, tangents) => {
  const wanted = tangents.map((t) => t !== null);
  const count = call.outAvals.length;
  const again = memo(call, `remat:${flags(wanted)}`, () => {
    const { jaxpr, hasTangent } = jvpJaxpr(by, call.jaxpr, wanted, []);
    const own = { ...jaxpr, outputs: jaxpr.outputs.slice(count) };
    return { call: new Call(call.name, own, true), hasTangent };
  });
  const outs = bindCall(call, primals);
  const given = tangents.filter((t) => t !== null);
  const moved = again.hasTangent.includes(true) ? bindCall(again.call, [...primals, ...given]) : [];
  return { outs, outTangents: spreadTangents(again.hasTangent, moved) };
};

const rules: { readonly [K in OperationKind]: JvpRule<K> } = {
  jit: jvpCall,
  scan: jvpScan,
  while: jvpWhile,
  cond: jvpCond,
  custom_jvp_call: jvpCustomJvp,
  custom_vjp_call: jvpCustomVjp,
  custom_lin: jvpCustomLinear,
  debug_print: (_, print, primals) => ({ outs: bindCall(print, primals), outTangents: [] }),
};

/** How tangents move through an operation. At least one tangent is not zero. */
export function jvpOperation(
  by: Linearizing,
  operation: Operation,
  primals: readonly JaxArray[],
  tangents: readonly (JaxArray | null)[],
): JvpResult {
  // The rule belongs to the operation's kind; the union hides that from the table's type.
  const rule = rules[operation.kind] as JvpRule<OperationKind>;
  return rule(by, operation, primals, tangents);
}
