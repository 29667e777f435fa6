import { ValueError } from "../base/errors";
import type { JaxArray } from "../array/array";
import { evalJaxpr } from "./eval-jaxpr";
import type { Jaxpr } from "./jaxpr";
import { LinearTrace, LinearTracer, type LinearProgram } from "./linear-trace";
import { flags, memo } from "./memo";
import { Call, Cond, Scan, type OperationOf, type TypedOperation } from "./operation";
import { add, zerosOf } from "./ops";
import { stage } from "./stage";
import { bindCall, withMain } from "./trace";

/** Runs a linear program backwards; handed in because it uses the rules itself. */
type Transposing = (
  program: LinearProgram,
  cotangents: readonly (JaxArray | null)[],
) => (JaxArray | null)[];

type Rule<K extends TypedOperation["kind"]> = (
  by: Transposing,
  operation: OperationOf<K>,
  cts: readonly (JaxArray | null)[],
  args: readonly JaxArray[],
  linear: readonly boolean[],
) => readonly (JaxArray | null)[];

/** Known inputs, then cotangents of all outputs → cotangents of the linear inputs. */
function backwardJaxpr(by: Transposing, jaxpr: Jaxpr, linear: readonly boolean[]): Jaxpr {
  const avals = jaxpr.inputs.map((v) => v.aval);
  const knownAvals = avals.filter((_, i) => !linear[i]);
  const outAvals = jaxpr.outputs.map((atom) => ("aval" in atom ? atom.aval : atom.literal));
  return stage(
    (values) => {
      const program = withMain(
        "linearize",
        (main) => new LinearTrace(main),
        false,
        (main) => {
          let next = 0;
          const inputs = avals.map((aval, i) => (linear[i] ? new LinearTracer(main, aval) : null));
          const args = inputs.map((tracer) => tracer ?? values[next++]);
          const outputs = evalJaxpr(jaxpr, args);
          const { trace } = main;
          return { main, inputs, steps: trace instanceof LinearTrace ? trace.steps : [], outputs };
        },
      );
      const cts = by(program, values.slice(knownAvals.length));
      return avals.flatMap((aval, i) => (linear[i] ? [cts[i] ?? zerosOf(aval)] : []));
    },
    [...knownAvals, ...outAvals],
  );
}

/** Puts the cotangents of the linear arguments in their places. */
function placed(linear: readonly boolean[], results: readonly JaxArray[]): (JaxArray | null)[] {
  let next = 0;
  return linear.map((isLinear) => (isLinear ? results[next++] : null));
}

function seedsOf(operation: TypedOperation, cts: readonly (JaxArray | null)[]): JaxArray[] {
  return cts.map((ct, i) => ct ?? zerosOf(operation.outAvals[i]));
}

const transposeCall: Rule<"jit"> = (by, call, cts, args, linear) => {
  const back = memo(
    call,
    `transpose:${flags(linear)}`,
    () => new Call(call.name, backwardJaxpr(by, call.jaxpr, linear), call.remat),
  );
  const known = args.filter((_, i) => !linear[i]);
  return placed(linear, bindCall(back, [...known, ...seedsOf(call, cts)]));
};

/**
 * The loop runs the other way: cotangents of the constants add up, those of the carry are carried.
 * The whole carry counts as linear: where it begins with a known value, that is a zero tangent.
 */
const transposeScan: Rule<"scan"> = (by, scan, cts, args, wanted) => {
  const { numConsts, numCarry } = scan;
  const end = numConsts + numCarry;
  const linear = wanted.map((isLinear, i) => isLinear || (i >= numConsts && i < end));
  const back = memo(scan, `transpose:${flags(linear)}`, () => backwardScan(by, scan, linear));
  const known = (from: number, to?: number): JaxArray[] =>
    args.slice(from, to).filter((_, i) => !linear[from + i]);
  const seeds = seedsOf(scan, cts);
  const zeros = args.slice(0, numConsts).flatMap((x, i) => (linear[i] ? [zerosOf(x)] : []));
  const results = bindCall(back, [
    ...known(0, numConsts),
    ...zeros,
    ...seeds.slice(0, numCarry),
    ...known(end),
    ...seeds.slice(numCarry),
  ]);
  return placed(linear, results);
};

function backwardScan(by: Transposing, scan: Scan, linear: readonly boolean[]): Scan {
  const { body, numConsts, numCarry, length, reverse } = scan;
  const end = numConsts + numCarry;
  const back = backwardJaxpr(by, body.jaxpr, linear);
  const part = (from: number, to: number | undefined, isLinear: boolean) =>
    body.jaxpr.inputs
      .slice(from, to)
      .filter((_, i) => linear[from + i] === isLinear)
      .map((v) => v.aval);
  const consts = part(0, numConsts, false);
  const sums = part(0, numConsts, true);
  const rows = part(end, undefined, false);
  const carryAvals = body.outAvals.slice(0, numCarry);
  const rowCts = body.outAvals.slice(numCarry);
  const jaxpr = stage(
    (values) => {
      let next = 0;
      const take = (count: number) => values.slice(next, (next += count));
      const known = take(consts.length);
      const totals = take(sums.length);
      const carried = take(numCarry);
      const known2 = take(rows.length);
      const results = evalJaxpr(back, [...known, ...known2, ...carried, ...take(rowCts.length)]);
      return results.map((ct, i) => (i < totals.length ? add(totals[i], ct) : ct));
    },
    [...consts, ...sums, ...carryAvals, ...rows, ...rowCts],
  );
  return new Scan(
    new Call(body.name, jaxpr),
    consts.length,
    sums.length + numCarry,
    length,
    !reverse,
  );
}

const transposeWhile: Rule<"while"> = () => {
  throw new ValueError(
    "Reverse-mode differentiation does not work for lax.while_loop or lax.fori_loop with dynamic start/stop values. Try using lax.scan, or using fori_loop with static start/stop.",
  );
};

const transposeCond: Rule<"cond"> = (by, cond, cts, args, linear) => {
  const [index, ...operands] = args;
  const own = linear.slice(1);
  const back = memo(
    cond,
    `transpose:${flags(own)}`,
    () =>
      new Cond(
        cond.branches.map(({ name, jaxpr }) => new Call(name, backwardJaxpr(by, jaxpr, own))),
      ),
  );
  const known = operands.filter((_, i) => !own[i]);
  return [null, ...placed(own, bindCall(back, [index, ...known, ...seedsOf(cond, cts)]))];
};

const transposeCustomLinear: Rule<"custom_lin"> = (_, operation, cts, args, linear) => {
  const { numResiduals, pull } = operation;
  const none = new Array<null>(numResiduals).fill(null);
  const back = pull(args.slice(0, numResiduals), seedsOf(operation, cts));
  return [...none, ...back].map((ct, i) => (linear[i] ? ct : null));
};

const rules: { readonly [K in TypedOperation["kind"]]: Rule<K> } = {
  jit: transposeCall,
  scan: transposeScan,
  while: transposeWhile,
  cond: transposeCond,
  custom_lin: transposeCustomLinear,
  debug_print: (_, __, ___, args) => args.map(() => null),
};

/** Cotangents of the linear arguments of a linear operation; null for the others. */
export function transposeOperation(
  by: Transposing,
  operation: TypedOperation,
  cts: readonly (JaxArray | null)[],
  args: readonly JaxArray[],
  linear: readonly boolean[],
): readonly (JaxArray | null)[] {
  // The rule belongs to the operation's kind; the union hides that from the table's type.
  const rule = rules[operation.kind] as Rule<TypedOperation["kind"]>;
  return rule(by, operation, cts, args, linear);
}
