import type { JaxArray } from "../array/array";
import { batchCond } from "./batch-cond";
import { batchCustomJvp, batchCustomLinear, batchCustomVjp, batchPrint } from "./batch-custom";
import { batchJaxpr } from "./batch-jaxpr";
import type { BatchResult, BatchRule } from "./batch-rule";
import { batchScan, batchWhile } from "./batch-loops";
import { flags, memo } from "./memo";
import { Call, type Operation, type OperationKind } from "./operation";
import { bindCall } from "./trace";

/** A staged function for a whole batch, staged once per set of batched arguments. */
const batchCall: BatchRule<"jit"> = (by, call, args, batched, size) => {
  const { staged, outBatched } = memo(call, `batch:${size}:${flags(batched)}`, () => {
    const result = batchJaxpr(by, call.jaxpr, batched, size);
    return {
      staged: new Call(call.name, result.jaxpr, call.remat),
      outBatched: result.outBatched,
    };
  });
  return { outs: bindCall(staged, args), outBatched };
};

const rules: { readonly [K in OperationKind]: BatchRule<K> } = {
  jit: batchCall,
  scan: batchScan,
  while: batchWhile,
  cond: batchCond,
  custom_jvp_call: batchCustomJvp,
  custom_vjp_call: batchCustomVjp,
  custom_lin: batchCustomLinear,
  debug_print: batchPrint,
};

/** How an operation runs for a whole batch. At least one argument is batched. */
export function batchOperation(
  operation: Operation,
  args: readonly JaxArray[],
  batched: readonly boolean[],
  size: number,
): BatchResult {
  // The rule belongs to the operation's kind; the union hides that from the table's type.
  const rule = rules[operation.kind] as BatchRule<OperationKind>;
  return rule(batchOperation, operation, args, batched, size);
}
