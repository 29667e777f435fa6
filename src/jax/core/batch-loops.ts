import type { JaxArray } from "../array/array";
import { batchJaxpr } from "./batch-jaxpr";
import type { BatchRule, Batching } from "./batch-rule";
import { range } from "../array/aval";
import { evalJaxpr } from "./eval-jaxpr";
import type { Jaxpr } from "./jaxpr";
import { flags, memo } from "./memo";
import { Call, Scan, While } from "./operation";
import { bind, bindCall } from "./trace";
import { broadcastInDim, select, transpose } from "./ops";
import { fixpoint } from "./split-jaxpr";
import { withBatchAxis } from "./with-batch-axis";
import { stage } from "./stage";

/** Exchanges the batch and the loop axis, which are the first two. */
function exchanged(x: JaxArray): JaxArray {
  const [first, second, ...rest] = range(x.shape.length);
  return transpose(x, [second, first, ...rest]);
}

/** A loop whose body runs for the whole batch. */
export const batchScan: BatchRule<"scan"> = (by, scan, args, batched, size) => {
  const { body, numConsts, numCarry, length, reverse } = scan;
  const end = numConsts + numCarry;
  const { loop, carry, outBatched } = memo(scan, `batch:${size}:${flags(batched)}`, () => {
    const all = (flagged: readonly boolean[]): boolean[] => [
      ...batched.slice(0, numConsts),
      ...flagged,
      ...batched.slice(end),
    ];
    const run = (flagged: readonly boolean[]) =>
      batchJaxpr(by, body.jaxpr, all(flagged), size, flagged);
    const known = fixpoint(batched.slice(numConsts, end), (flagged) =>
      run(flagged).outBatched.slice(0, numCarry),
    );
    const result = run(known);
    return {
      loop: new Scan(new Call(body.name, result.jaxpr), numConsts, numCarry, length, reverse),
      carry: known,
      outBatched: result.outBatched,
    };
  });
  const given = args.map((x, i) => {
    if (i >= end) return batched[i] ? exchanged(x) : x;
    return i >= numConsts && carry[i - numConsts] ? withBatchAxis(x, batched[i], size) : x;
  });
  const outs = bindCall(loop, given).map((out, i) =>
    i >= numCarry && outBatched[i] ? exchanged(out) : out,
  );
  return { outs, outBatched };
};

interface BatchedWhile {
  readonly loop: While;
  readonly carry: readonly boolean[];
  /** Whether the body asks the condition about each example. */
  readonly asks: boolean;
}

/**
 * A loop for the whole batch. If the condition differs between examples it runs until none holds, and
 * examples that are done keep their values.
 */
export const batchWhile: BatchRule<"while"> = (by, loop, args, batched, size) => {
  const end = loop.numCondConsts + loop.numBodyConsts;
  const {
    loop: whole,
    carry,
    asks,
  } = memo(loop, `batch:${size}:${flags(batched)}`, () => batchLoop(by, loop, batched, size));
  const given = args.map((x, i) =>
    i >= end && carry[i - end] ? withBatchAxis(x, batched[i], size) : x,
  );
  // The body then asks the condition too, and so needs its constants.
  const again = asks ? given.slice(0, loop.numCondConsts) : [];
  const own = given.slice(0, loop.numCondConsts);
  const outs = bindCall(whole, [...own, ...again, ...given.slice(loop.numCondConsts)]);
  return { outs, outBatched: carry };
};

function batchLoop(
  by: Batching,
  { cond, body, numCondConsts, numBodyConsts }: While,
  batched: readonly boolean[],
  size: number,
): BatchedWhile {
  const end = numCondConsts + numBodyConsts;
  const condConsts = batched.slice(0, numCondConsts);
  const bodyConsts = batched.slice(numCondConsts, end);
  const runCond = (flagged: readonly boolean[]) =>
    batchJaxpr(by, cond.jaxpr, [...condConsts, ...flagged], size);
  const runBody = (flagged: readonly boolean[]) =>
    batchJaxpr(by, body.jaxpr, [...bodyConsts, ...flagged], size, flagged);
  const grown = fixpoint(batched.slice(end), (flagged) => runBody(flagged).outBatched);
  if (!runCond(grown).outBatched[0])
    return {
      loop: new While(
        new Call(cond.name, runCond(grown).jaxpr),
        numCondConsts,
        new Call(body.name, runBody(grown).jaxpr),
        numBodyConsts,
      ),
      carry: grown,
      asks: false,
    };
  const carry = grown.map(() => true);
  const each = runCond(carry).jaxpr;
  return {
    loop: new While(
      new Call(cond.name, anyOf(each)),
      numCondConsts,
      new Call(body.name, whereRunning(each, numCondConsts, runBody(carry).jaxpr, numBodyConsts)),
      numCondConsts + numBodyConsts,
    ),
    carry,
    asks: true,
  };
}

function avalsOf(jaxpr: Jaxpr) {
  return jaxpr.inputs.map((v) => v.aval);
}

function anyOf(cond: Jaxpr): Jaxpr {
  return stage((args) => {
    const [running] = evalJaxpr(cond, args);
    return [bind("reduce_or", [running], { axes: [0] })];
  }, avalsOf(cond));
}

/** Constants of condition and body, carry → the next carry where the condition still holds. */
function whereRunning(
  cond: Jaxpr,
  numCondConsts: number,
  body: Jaxpr,
  numBodyConsts: number,
): Jaxpr {
  const avals = [...avalsOf(cond).slice(0, numCondConsts), ...avalsOf(body)];
  return stage((args) => {
    const carry = args.slice(numCondConsts + numBodyConsts);
    const [running] = evalJaxpr(cond, [...args.slice(0, numCondConsts), ...carry]);
    const next = evalJaxpr(body, args.slice(numCondConsts));
    return next.map((x, i) => select(broadcastInDim(running, x.shape, [0]), carry[i], x));
  }, avals);
}
