import { spreadTangents, type JvpRule } from "./jvp-rule";
import { flags, memo } from "./memo";
import { Call, While } from "./operation";
import { fixpoint, instantiate, jvpJaxpr, type Linearizing } from "./split-jaxpr";
import { stage } from "./stage";
import { evalJaxpr } from "./eval-jaxpr";
import { bindCall } from "./trace";

interface Moved {
  /** Carry: values, then tangents. */
  readonly loop: While;
  readonly wanted: readonly boolean[];
}

/**
 * Values and tangents go round the loop together. The values are computed by the loop itself as well,
 * so that they are known even where tangents are not.
 */
export const jvpWhile: JvpRule<"while"> = (by, loop, primals, tangents) => {
  const { numCondConsts, numBodyConsts } = loop;
  // Constants of the condition have no derivative: it is true or false.
  const first = tangents.map((t, i) => t !== null && i >= numCondConsts);
  if (!first.includes(true))
    return { outs: bindCall(loop, primals), outTangents: loop.outAvals.map(() => null) };
  const moved = memo(loop, `jvp:${flags(first)}`, () => moveLoop(by, loop, first));
  const outs = bindCall(loop, primals);
  const end = numCondConsts + numBodyConsts;
  const part = (from: number, to?: number) =>
    instantiate(primals.slice(from, to), tangents.slice(from, to), moved.wanted.slice(from, to));
  const results = bindCall(moved.loop, [
    ...primals.slice(0, end),
    ...part(numCondConsts, end),
    ...primals.slice(end),
    ...part(end),
  ]);
  const count = loop.outAvals.length;
  const carry = moved.wanted.slice(end);
  return { outs, outTangents: spreadTangents(carry, results.slice(count)) };
};

function moveLoop(by: Linearizing, loop: While, first: readonly boolean[]): Moved {
  const { cond, body, numCondConsts, numBodyConsts } = loop;
  const end = numCondConsts + numBodyConsts;
  const consts = first.slice(numCondConsts, end);
  const carry = fixpoint(
    first.slice(end),
    (flagged) => jvpJaxpr(by, body.jaxpr, [...consts, ...flagged], flagged).hasTangent,
  );
  const { jaxpr } = jvpJaxpr(by, body.jaxpr, [...consts, ...carry], carry);
  const { inputs } = jaxpr;
  const values = body.jaxpr.inputs.length;
  const constTangents = consts.filter(Boolean).length;
  // Body consts, carry, tangents of both → consts with their tangents, carry with its tangents.
  const ordered = {
    ...jaxpr,
    inputs: [
      ...inputs.slice(0, numBodyConsts),
      ...inputs.slice(values, values + constTangents),
      ...inputs.slice(numBodyConsts, values),
      ...inputs.slice(values + constTangents),
    ],
  };
  const condAvals = cond.jaxpr.inputs.map((v) => v.aval);
  const carryAvals = body.jaxpr.inputs.slice(numBodyConsts).map((v) => v.aval);
  const condition = stage(
    (args) => evalJaxpr(cond.jaxpr, args.slice(0, condAvals.length)),
    [...condAvals, ...carryAvals.filter((_, i) => carry[i])],
  );
  return {
    loop: new While(
      new Call(cond.name, condition),
      numCondConsts,
      new Call(body.name, ordered),
      numBodyConsts + constTangents,
    ),
    wanted: [...new Array<boolean>(numCondConsts).fill(false), ...consts, ...carry],
  };
}
