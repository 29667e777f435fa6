import type { Aval } from "../array/aval";
import { evalJaxpr } from "./eval-jaxpr";
import { spreadTangents, type JvpRule } from "./jvp-rule";
import { flags, memo } from "./memo";
import { Call, Cond } from "./operation";
import { zerosOf } from "./ops";
import { splitJaxpr, type Linearizing, type Split } from "./split-jaxpr";
import { stage } from "./stage";
import { bindCall } from "./trace";

interface SplitCond {
  /** Results, then the residuals of every branch; those of branches not taken are zeros. */
  readonly known: Cond;
  /** All residuals, then tangents. */
  readonly linear: Cond;
  readonly hasTangent: readonly boolean[];
}

/** The derivative of a choice is a choice among the branches' derivatives. */
export const jvpCond: JvpRule<"cond"> = (by, cond, primals, tangents) => {
  const [index, ...operands] = primals;
  const along = tangents.slice(1);
  const wanted = along.map((t) => t !== null);
  if (!wanted.includes(true))
    return { outs: bindCall(cond, primals), outTangents: cond.outAvals.map(() => null) };
  const split = memo(cond, `jvp:${flags(wanted)}`, () => splitCond(by, cond, wanted));
  const results = bindCall(split.known, [index, ...operands]);
  const count = cond.outAvals.length;
  const given = along.filter((t) => t !== null);
  const moved = split.hasTangent.includes(true)
    ? bindCall(split.linear, [index, ...results.slice(count), ...given])
    : [];
  return { outs: results.slice(0, count), outTangents: spreadTangents(split.hasTangent, moved) };
};

function splitCond(by: Linearizing, { branches }: Cond, wanted: readonly boolean[]): SplitCond {
  const alone = branches.map(({ jaxpr }) => splitJaxpr(by, jaxpr, wanted));
  const hasTangent = branches[0].outAvals.map((_, i) => alone.some((split) => split.hasTangent[i]));
  const splits = branches.map(({ jaxpr }) => splitJaxpr(by, jaxpr, wanted, hasTangent));
  const all = splits.flatMap(({ residuals }) => residuals);
  return {
    known: new Cond(branches.map((branch, i) => knownBranch(branch, splits, i))),
    linear: new Cond(branches.map((branch, i) => linearBranch(branch, splits, i, all))),
    hasTangent,
  };
}

function knownBranch(branch: Call, splits: readonly Split[], own: number): Call {
  const jaxpr = stage(
    (args) => {
      const results = evalJaxpr(splits[own].known, args);
      const count = branch.outAvals.length;
      const saved = splits.flatMap(({ residuals }, k) =>
        k === own ? results.slice(count) : residuals.map(zerosOf),
      );
      return [...results.slice(0, count), ...saved];
    },
    branch.jaxpr.inputs.map((v) => v.aval),
  );
  return new Call(branch.name, jaxpr);
}

function linearBranch(
  branch: Call,
  splits: readonly Split[],
  own: number,
  all: readonly Aval[],
): Call {
  const { linear, residuals } = splits[own];
  const offset = splits.slice(0, own).flatMap((split) => split.residuals).length;
  const tangentAvals = linear.inputs.slice(residuals.length).map((v) => v.aval);
  const jaxpr = stage(
    (args) => {
      const mine = args.slice(offset, offset + residuals.length);
      return evalJaxpr(linear, [...mine, ...args.slice(all.length)]);
    },
    [...all, ...tangentAvals],
  );
  return new Call(branch.name, jaxpr);
}
