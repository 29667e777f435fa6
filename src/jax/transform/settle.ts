import type { JaxArray } from "../array/array";
import { ConcreteArray } from "../array/concrete";
import type { LinearProgram } from "../core/linear-trace";
import { currentMain } from "../core/trace";
import { freeExcept, type Scope } from "../array/scope";
import type { Storage } from "../array/storage";

/**
 * Ends the life of what a transformation made on the device for its tracers: all but `kept` is freed
 * at once, or handed to the enclosing transformation, whose tracers may still read it.
 */
export function settle(created: Scope, kept: Iterable<JaxArray>): void {
  const keep = new Set<Storage>();
  for (const x of kept) if (x instanceof ConcreteArray) keep.add(x.storage);
  const outer = currentMain();
  if (outer === null) return freeExcept(created, keep);
  for (const storage of created) if (!keep.has(storage)) outer.created.push(storage);
}

/** The values that a linear program reads when it runs. */
export function residuals(program: LinearProgram): JaxArray[] {
  return program.steps.flatMap((step) => [...step.args]);
}
