import type { JaxArray } from "../../jax/array/array";
import { ConcreteArray } from "../../jax/array/concrete";
import { sizeOf } from "../../jax/array/aval";
import { JvpTracer } from "../../jax/core/jvp-trace";
import { currentMain } from "../../jax/core/trace";
import { checkLive } from "../../jax/array/limits";
import type { Storage } from "../../jax/array/storage";
import { settleLoans } from "./loans";

/**
 * The arrays that Python holds, by number: calls with numbers are several times cheaper than calls with
 * objects. A concrete array has a positive number, a tracer a negative one, 0 is none.
 */
const held: (JaxArray | null)[] = [null];
/** The storage each entry counts as owner of; an array may change its storage meanwhile. */
const owned: (Storage | null)[] = [null];
const vacant: number[] = [];
/** Elements of all storages that have an owner. */
let liveElements = 0;
/** Storages that lost their last owner while a transformation or a call ran that may still read them. */
const waiting = new Set<Storage>();

/** A value whose derivative is zero is its primal, as in JAX. */
function settled(x: JaxArray): JaxArray {
  let value = x;
  while (value instanceof JvpTracer && value.tangent === null && value.main.live)
    value = value.primal;
  return value;
}

/** Gives an array to Python, which calls {@link release} once when it is done with it. */
export function put(x: JaxArray): number {
  const value = settled(x);
  if (value instanceof ConcreteArray && value.storage.owners === 0)
    checkLive(liveElements + sizeOf(value.shape));
  const slot = vacant.pop() ?? held.length;
  held[slot] = value;
  if (!(value instanceof ConcreteArray)) {
    owned[slot] = null;
    return -slot;
  }
  own(value.storage, sizeOf(value.shape));
  owned[slot] = value.storage;
  return slot;
}

/** The array with a number. */
export function get(id: number): JaxArray {
  const x = held[id < 0 ? -id : id];
  if (x === null || x === undefined) throw new Error(`No array has the number ${id}.`);
  return x;
}

/** Ends Python's hold on an array; its device copy is freed at once if nothing else needs it. */
export function release(id: number): void {
  const slot = id < 0 ? -id : id;
  const storage = owned[slot];
  const x = held[slot];
  held[slot] = null;
  owned[slot] = null;
  vacant.push(slot);
  if (storage !== null) disown(storage);
  if (x instanceof ConcreteArray && x.storage !== storage && x.storage.owners === 0)
    drop(x.storage);
}

/** Counts a holder of an array's values that is no Python array: a residual, a constant of a jaxpr. */
export function pin(x: JaxArray): Storage | null {
  if (!(x instanceof ConcreteArray)) return null;
  own(x.storage, x.storage.size);
  return x.storage;
}

/** What repeats one number takes little memory, but counts as the array that it is, as it would in JAX. */
function own(storage: Storage, elements: number): void {
  if (storage.owners === 0) {
    storage.ownedElements = elements;
    liveElements += elements;
  }
  storage.owners += 1;
}

/** Ends what {@link pin} or {@link put} began. */
export function disown(storage: Storage): void {
  storage.owners -= 1;
  if (storage.owners > 0) return;
  liveElements -= storage.ownedElements;
  drop(storage);
}

/** How many calls of Python functions are going on: whoever made them may still read what these gave or got. */
let calls = 0;

/** Runs a call of a Python function; what it lets go of stays until a transformation has ended. */
export function whileCalling<T>(call: () => T): T {
  calls += 1;
  try {
    return call();
  } finally {
    calls -= 1;
  }
}

function drop(storage: Storage): void {
  if (storage.device === null) return;
  if (isBusy()) {
    waiting.add(storage);
    return;
  }
  storage.free();
}

/** Whether a transformation or a call of a Python function is going on. */
export function isBusy(): boolean {
  return currentMain() !== null || calls > 0;
}

/** Ends what was needed by the transformations that have just ended alone: device copies, and Python functions. */
export function sweep(): void {
  if (isBusy()) return;
  settleLoans();
  if (waiting.size === 0) return;
  for (const storage of waiting) if (storage.owners === 0) storage.free();
  waiting.clear();
}

/** How many arrays Python holds. */
export function heldArrays(): number {
  return held.length - 1 - vacant.length;
}

/** Numbers as Python reads several results: separated by spaces. */
export function putAll(list: readonly JaxArray[]): string {
  return list.map(put).join(" ");
}
