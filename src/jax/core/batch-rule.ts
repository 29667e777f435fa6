import type { JaxArray } from "../array/array";
import type { Operation, OperationKind, OperationOf } from "./operation";

/** The results of an operation for a whole batch; those that have one have the batch as first axis. */
export interface BatchResult {
  readonly outs: readonly JaxArray[];
  readonly outBatched: readonly boolean[];
}

/** How operations inside are batched: handed in, because the rules use it themselves. */
export type Batching = (
  operation: Operation,
  args: readonly JaxArray[],
  batched: readonly boolean[],
  size: number,
) => BatchResult;

/** Values with the batch as first axis where `batched`; likewise the results. */
export type BatchRule<K extends OperationKind> = (
  by: Batching,
  operation: OperationOf<K>,
  args: readonly JaxArray[],
  batched: readonly boolean[],
  size: number,
) => BatchResult;
