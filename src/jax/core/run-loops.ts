import { adopt, note } from "../array/scope";
import type { Storage } from "../array/storage";
import { sameShape, type Shape } from "../array/aval";
import { fromHost, type ConcreteArray } from "../array/concrete";
import { allocate } from "../array/host-data";
import type { Call, Cond, Scan, While } from "./operation";
import type { ParamsOf, Primitive } from "../array/primitives";

/** Computes one primitive. */
export type Evaluate = <P extends Primitive>(
  prim: P,
  args: readonly ConcreteArray[],
  params: ParamsOf[P],
) => ConcreteArray;

/** Runs a staged function; it leaves nothing on the device but its results. */
export type RunCall = (call: Call, args: readonly ConcreteArray[]) => ConcreteArray[];

/** More rows than this are joined on the host: each number of operands is a kernel of its own. */
const MAX_JOINED = 16;

/** The device memory of a loop: what its results do not need is given back after each round. */
class Rounds {
  private readonly kept: Set<Storage>;
  constructor(args: readonly ConcreteArray[], calls: readonly Call[]) {
    const consts = calls.flatMap(({ jaxpr }) => jaxpr.consts as readonly ConcreteArray[]);
    this.kept = new Set([...args, ...consts].map((x) => x.storage));
  }
  keep(values: readonly ConcreteArray[]): void {
    for (const { storage } of values) this.kept.add(storage);
  }
  /** Gives `values` back, except what is kept or among `needed`. */
  free(values: readonly ConcreteArray[], needed: readonly ConcreteArray[]): void {
    const still = new Set(needed.map((x) => x.storage));
    for (const { storage } of values)
      if (!this.kept.has(storage) && !still.has(storage)) storage.free();
  }
}

/** Runs a loop without noting what it makes, then notes its results with the running transformation. */
function quietly(run: () => ConcreteArray[]): ConcreteArray[] {
  const outer = adopt(null);
  let results: ConcreteArray[] = [];
  try {
    results = run();
  } finally {
    adopt(outer);
  }
  for (const { storage } of results) if (storage.device !== null) note(storage);
  return results;
}

function rowOf(evaluate: Evaluate, x: ConcreteArray, t: number): ConcreteArray {
  const start: Shape = x.shape.map((_, i) => (i === 0 ? t : 0));
  const limit: Shape = x.shape.map((n, i) => (i === 0 ? t + 1 : n));
  const strides = x.shape.map(() => 1);
  const cut = evaluate("slice", [x], { start, limit, strides });
  const row = evaluate("reshape", [cut], { shape: x.shape.slice(1) });
  if (cut.storage !== row.storage && cut.storage !== x.storage) cut.storage.free();
  return row;
}

function stacked(
  evaluate: Evaluate,
  rows: readonly ConcreteArray[],
  aval: { shape: Shape; dtype: ConcreteArray["dtype"]; weak: boolean },
): ConcreteArray {
  if (rows.length === 0)
    return fromHost(aval.shape, aval.dtype, aval.weak, allocate(aval.dtype, 0));
  if (rows.length > MAX_JOINED) for (const row of rows) row.storage.read();
  const one: Shape = [1, ...aval.shape.slice(1)];
  const wide = rows.map((row) =>
    sameShape(row.shape, one) ? row : evaluate("reshape", [row], { shape: one }),
  );
  const joined = evaluate("concatenate", wide, { dimension: 0 });
  wide.forEach((x, i) => {
    if (x.storage !== rows[i].storage && x.storage !== joined.storage) x.storage.free();
  });
  return joined;
}

/** Runs a scan row by row. */
export function runScan(
  scan: Scan,
  args: readonly ConcreteArray[],
  runCall: RunCall,
  evaluate: Evaluate,
): ConcreteArray[] {
  const { body, numConsts, numCarry, length, reverse, outAvals } = scan;
  return quietly(() => {
    const rounds = new Rounds(args, [body]);
    const consts = args.slice(0, numConsts);
    const scanned = args.slice(numConsts + numCarry);
    const rows: ConcreteArray[][] = outAvals.slice(numCarry).map(() => []);
    let carry = args.slice(numConsts, numConsts + numCarry);
    for (let i = 0; i < length; i++) {
      const t = reverse ? length - 1 - i : i;
      const row = scanned.map((x) => rowOf(evaluate, x, t));
      const outs = runCall(body, [...consts, ...carry, ...row]);
      const results = outs.slice(numCarry);
      results.forEach((y, k) => (rows[k][t] = y));
      rounds.keep(results);
      rounds.free([...carry, ...row], outs);
      carry = outs.slice(0, numCarry);
    }
    const ys = rows.map((list, k) => stacked(evaluate, list, outAvals[numCarry + k]));
    const used = new Rounds(args, [body]);
    used.free(rows.flat(), [...carry, ...ys]);
    return [...carry, ...ys];
  });
}

/** Runs a loop while its condition holds. */
export function runWhile(
  loop: While,
  args: readonly ConcreteArray[],
  runCall: RunCall,
): ConcreteArray[] {
  const { cond, body, numCondConsts, numBodyConsts } = loop;
  return quietly(() => {
    const rounds = new Rounds(args, [cond, body]);
    const condConsts = args.slice(0, numCondConsts);
    const bodyConsts = args.slice(numCondConsts, numCondConsts + numBodyConsts);
    let carry = args.slice(numCondConsts + numBodyConsts);
    for (;;) {
      const [running] = runCall(cond, [...condConsts, ...carry]);
      const goesOn = running.values()[0] !== 0;
      rounds.free([running], carry);
      if (!goesOn) return carry;
      const next = runCall(body, [...bodyConsts, ...carry]);
      rounds.free(carry, next);
      carry = next;
    }
  });
}

/** Runs the branch that the index names. */
export function runCond(
  { branches }: Cond,
  [index, ...operands]: readonly ConcreteArray[],
  runCall: RunCall,
): ConcreteArray[] {
  return runCall(branches[index.values()[0]], operands);
}
