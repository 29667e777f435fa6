/** Loops and branches on flat lists of arrays: what every language's face of `jax.lax` stands on. */
import type { JaxArray } from "../array/array";
import type { Aval } from "../array/aval";
import { Var, type Jaxpr } from "../core/jaxpr";
import { Call, Cond, Scan, While, type FlatFunction } from "../core/operation";
import { convert } from "../core/ops";
import { stage } from "../core/stage";
import { bindCall } from "../core/trace";
import type { TraceInfo } from "../core/trace-info";
import { promoteTypes } from "../base/dtype";

/** Throws if the carry that comes out of a loop's body does not fit the one that went in. */
export type CheckCarry = (before: readonly Aval[], after: readonly Aval[]) => void;

function typeOf({ shape, dtype, weak }: Aval): Aval {
  return { shape, dtype, weak };
}

interface StagedBody {
  readonly jaxpr: Jaxpr;
  readonly carry: readonly JaxArray[];
}

/**
 * Stages a loop's body for carry and further inputs. A weakly typed carry takes the type that the body
 * gives it, as in JAX; what comes out strongly or weakly typed is made like what goes in.
 */
function stageBody(
  body: FlatFunction,
  first: readonly JaxArray[],
  rest: { readonly before: readonly Aval[]; readonly after: readonly Aval[] },
  info: TraceInfo,
  check: CheckCarry,
): StagedBody {
  let carry = first.map(typeOf);
  for (;;) {
    const holder: { after: readonly Aval[] } = { after: [] };
    const jaxpr = stage(
      (args) => {
        const outs = body(args);
        holder.after = outs.slice(0, carry.length).map(typeOf);
        return outs.map((out, i) => {
          const like = carry[i];
          const fits = like === undefined || like.weak || out.dtype !== like.dtype;
          return fits ? out : convert(out, like.dtype, like.weak);
        });
      },
      [...rest.before, ...carry, ...rest.after],
      info,
    );
    const next = carry.map((before, i) => {
      const after = holder.after[i];
      if (!before.weak || (after.weak && after.dtype === before.dtype)) return before;
      // JAX converts to the dtype that both have, which makes the carry strong.
      return { ...before, dtype: promoteTypes(before, after).dtype, weak: false };
    });
    if (next.every(({ dtype, weak }, i) => dtype === carry[i].dtype && weak === carry[i].weak)) {
      check(carry, holder.after);
      return { jaxpr, carry: first.map((x, i) => convert(x, carry[i].dtype, carry[i].weak)) };
    }
    carry = next;
  }
}

export interface FlatScanOptions {
  readonly length: number;
  readonly reverse: boolean;
  readonly info: TraceInfo;
  readonly check: CheckCarry;
}

/**
 * `body` maps carry and one row of each scanned array to the next carry and one row of each result.
 * Gives the last carry, then the stacked results.
 */
export function scanFlat(
  body: FlatFunction,
  carry: readonly JaxArray[],
  scanned: readonly JaxArray[],
  { length, reverse, info, check }: FlatScanOptions,
): JaxArray[] {
  const rows = scanned.map((x) => ({ ...typeOf(x), shape: x.shape.slice(1) }));
  const staged = stageBody(body, carry, { before: [], after: rows }, info, check);
  const { jaxpr, captured } = hoisted(staged.jaxpr);
  const scan = new Scan(new Call(info.name, jaxpr), captured.length, carry.length, length, reverse);
  return bindCall(scan, [...captured, ...staged.carry, ...scanned]);
}

/** Arrays that a staged function reads from outside become arguments, so that they are shown and shared. */
function hoisted(jaxpr: Jaxpr): { jaxpr: Jaxpr; captured: readonly JaxArray[] } {
  return {
    jaxpr: { ...jaxpr, constVars: [], consts: [], inputs: [...jaxpr.constVars, ...jaxpr.inputs] },
    captured: jaxpr.consts,
  };
}

/** Runs `body` on the carry while `cond` gives true; both are staged. */
export function whileFlat(
  cond: FlatFunction,
  body: FlatFunction,
  carry: readonly JaxArray[],
  infos: { readonly cond: TraceInfo; readonly body: TraceInfo },
  check: CheckCarry,
): JaxArray[] {
  const staged = stageBody(body, carry, { before: [], after: [] }, infos.body, check);
  const condition = hoisted(stage(cond, staged.carry.map(typeOf), infos.cond));
  const { jaxpr, captured } = hoisted(staged.jaxpr);
  const loop = new While(
    new Call(infos.cond.name, condition.jaxpr),
    condition.captured.length,
    new Call(infos.body.name, jaxpr),
    captured.length,
  );
  return bindCall(loop, [...condition.captured, ...captured, ...staged.carry]);
}

/** Throws if the results of branches differ in type. */
export type CheckBranches = (outs: readonly (readonly Aval[])[]) => void;

/** Runs the branch that the index (int32, within bounds) names; all branches are staged. */
export function condFlat(
  index: JaxArray,
  branches: readonly FlatFunction[],
  operands: readonly JaxArray[],
  infos: readonly TraceInfo[],
  check: CheckBranches,
): JaxArray[] {
  const avals = operands.map(typeOf);
  const outs: (readonly Aval[])[] = [];
  const first = branches.map((branch, i) =>
    stage(
      (args) => {
        const results = branch(args);
        outs[i] = results.map(typeOf);
        return results;
      },
      avals,
      infos[i],
    ),
  );
  check(outs);
  // Where one branch is strongly typed, all are.
  const strong = outs[0].map((_, k) => outs.some((list) => !list[k].weak));
  const jaxprs = first.map((jaxpr, i) =>
    outs[i].some(({ weak }, k) => weak && strong[k])
      ? stage(
          (args) => branches[i](args).map((out, k) => (strong[k] ? convert(out, out.dtype) : out)),
          avals,
          infos[i],
        )
      : jaxpr,
  );
  const { captured, functions } = joined(jaxprs);
  const calls = functions.map((jaxpr, i) => new Call(infos[i].name, jaxpr));
  return bindCall(new Cond(calls), [index, ...captured, ...operands]);
}

/** All branches take what any of them reads from outside. */
function joined(jaxprs: readonly Jaxpr[]): {
  captured: readonly JaxArray[];
  functions: readonly Jaxpr[];
} {
  const captured = [...new Set(jaxprs.flatMap(({ consts }) => consts))];
  const avals = captured.map(typeOf);
  const functions = jaxprs.map((jaxpr) => {
    const own = new Map(jaxpr.consts.map((x, i) => [x, jaxpr.constVars[i]]));
    const extra = captured.map((x, i) => own.get(x) ?? new Var(avals[i]));
    return { ...jaxpr, constVars: [], consts: [], inputs: [...extra, ...jaxpr.inputs] };
  });
  return { captured, functions };
}
