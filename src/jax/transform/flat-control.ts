/** Loops and branches of TypeScript's functions on flat lists of arrays. */
import type { JaxArray } from "../array/array";
import type { Aval } from "../array/aval";
import type { FlatFunction } from "../core/operation";
import { convert } from "../core/ops";
import type { TraceInfo } from "../core/trace-info";
import { promoteTypes } from "../base/dtype";
import {
  bindBranch,
  bindScan,
  bindWhile,
  stageBody,
  typeOf,
  type Body,
  type ScanShape,
} from "./bodies";

/** Throws if the carry that comes out of a loop's body does not fit the one that went in. */
export type CheckCarry = (before: readonly Aval[], after: readonly Aval[]) => void;

/**
 * A loop staged for its carry. A weakly typed carry that the body gives another dtype or shape takes the dtype that
 * both have, and the loop is staged once more; a carry that differs in weakness alone stays as it is, as in JAX.
 */
function stageLoop<Staged extends { readonly body: Body }>(
  first: readonly JaxArray[],
  stageFor: (carry: readonly Aval[]) => Staged,
  check: CheckCarry,
): { readonly staged: Staged; readonly carry: readonly JaxArray[] } {
  const before = first.map(typeOf);
  let staged = stageFor(before);
  const outs = staged.body.call.outAvals;
  const carry = first.map((x, i) => (fits(before[i], outs[i]) ? x : promoted(x, outs[i])));
  if (carry.some((x, i) => x !== first[i])) staged = stageFor(carry.map(typeOf));
  check(carry.map(typeOf), staged.body.call.outAvals.slice(0, carry.length));
  return { staged, carry };
}

function fits(before: Aval, after: Aval): boolean {
  const same = before.dtype === after.dtype && String(before.shape) === String(after.shape);
  return same || !before.weak;
}

function promoted(x: JaxArray, after: Aval): JaxArray {
  return convert(x, promoteTypes(x, after).dtype);
}

export interface FlatScanOptions extends Omit<ScanShape, "carried"> {
  readonly info: TraceInfo;
  readonly check: CheckCarry;
}

/**
 * `body` maps carry and one row of each scanned array to the next carry and one row of each result.
 * Gives the last carry, then the stacked results.
 */
export function scanFlat(
  body: FlatFunction,
  first: readonly JaxArray[],
  scanned: readonly JaxArray[],
  { length, reverse, info, check }: FlatScanOptions,
): JaxArray[] {
  const rows = scanned.map((x) => ({ ...typeOf(x), shape: x.shape.slice(1) }));
  const { staged, carry } = stageLoop(
    first,
    (types) => ({ body: stageBody(body, [...types, ...rows], info) }),
    check,
  );
  return bindScan(staged.body, { carried: carry.length, length, reverse }, [...carry, ...scanned]);
}

/** Runs `body` on the carry while `cond` gives true; both are staged. */
export function whileFlat(
  cond: FlatFunction,
  body: FlatFunction,
  first: readonly JaxArray[],
  infos: { readonly cond: TraceInfo; readonly body: TraceInfo },
  check: CheckCarry,
): JaxArray[] {
  const { staged, carry } = stageLoop(
    first,
    (types) => ({
      cond: stageBody(cond, types, infos.cond),
      body: stageBody(body, types, infos.body),
    }),
    check,
  );
  return bindWhile(staged.cond, staged.body, carry);
}

/** Throws if the results of branches differ in type. */
export type CheckBranches = (outs: readonly (readonly Aval[])[]) => void;

/** Runs the branch that the index (int32, within bounds) names; all are staged, in `order`. */
export function condFlat(
  index: JaxArray,
  branches: readonly FlatFunction[],
  operands: readonly JaxArray[],
  { infos, order }: { readonly infos: readonly TraceInfo[]; readonly order: readonly number[] },
  check: CheckBranches,
): JaxArray[] {
  const avals = operands.map(typeOf);
  const bodies: Body[] = [];
  for (const i of order) bodies[i] = stageBody(branches[i], avals, infos[i]);
  check(bodies.map(({ call }) => call.outAvals));
  return bindBranch(bodies, index, operands);
}
