import type { Storage } from "./storage";

/** Device storages made on behalf of one transformation. */
export type Scope = Storage[];

let active: Scope | null = null;

/** Makes `scope` the owner of new device storages and returns the owner before it. */
export function adopt(scope: Scope | null): Scope | null {
  const outer = active;
  active = scope;
  return outer;
}

/** Notes a new device storage with the running transformation, if there is one. */
export function note(storage: Storage): void {
  active?.push(storage);
}

/** Frees what a transformation made, except what it hands out; `keep` lists that. */
export function freeExcept(scope: Scope, keep: ReadonlySet<Storage>): void {
  for (const storage of scope) if (!keep.has(storage) && storage.owners === 0) storage.free();
  scope.length = 0;
}
