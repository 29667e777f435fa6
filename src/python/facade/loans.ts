/**
 * Python functions that are called after the call they came with: the rules of custom derivatives, and what shows
 * values. Pyodide ends a function with its call, so each is copied, and each copy ends here: once nothing that
 * Python holds (a staged function, a derivative) can reach it any more.
 */
type PythonProxy = { copy?: () => PythonProxy; destroy?: () => void };

/** What was lent during one outermost call, and the holders that may call it later. */
type Batch = { readonly lent: readonly PythonProxy[]; readonly owners: Set<Holder> };

/** A staged function or a derivative that Python holds, with what it may call. */
export type Holder = { readonly batches: Set<Batch>; ended: boolean };

/** Of the outermost call that is going on: what was lent, which holders are new, and which others it read. */
let lent: PythonProxy[] = [];
const made = new Set<Holder>();
const read = new Set<Holder>();
/** What lost its last holder while a call went on that may still reach it. */
const orphans = new Set<Batch>();

/** A copy of a Python function that outlasts the call it came with; other functions need none. */
export function lend<F extends object>(f: F & { copy?: () => F }): F {
  if (f.copy === undefined) return f;
  const copy = f.copy();
  lent.push(copy as PythonProxy);
  return copy;
}

export function makeHolder(): Holder {
  const holder: Holder = { batches: new Set(), ended: false };
  made.add(holder);
  return holder;
}

/** Notes that the call that is going on reads a holder: whatever it makes may call the same functions. */
export function readHolder(holder: Holder): void {
  if (holder.batches.size > 0) read.add(holder);
}

export function endHolder(holder: Holder): void {
  holder.ended = true;
  for (const batch of holder.batches) {
    batch.owners.delete(holder);
    if (batch.owners.size === 0) orphans.add(batch);
  }
}

/** After an outermost call: what nothing can call any more ends. */
export function settleLoans(): void {
  if (made.size === 0 && read.size === 0 && lent.length === 0 && orphans.size === 0) return;
  const alive = [...made].filter(({ ended }) => !ended);
  const batch: Batch = { lent, owners: new Set() };
  const reached = lent.length === 0 ? [] : [batch];
  for (const holder of read) reached.push(...holder.batches);
  lent = [];
  made.clear();
  read.clear();
  for (const one of reached) {
    for (const holder of alive) {
      one.owners.add(holder);
      holder.batches.add(one);
    }
    if (one.owners.size === 0) orphans.add(one);
  }
  const over = [...orphans].filter(({ owners }) => owners.size === 0);
  orphans.clear();
  // Ending a function ends what it holds, which may come back here.
  for (const { lent: functions } of over) for (const f of functions) f.destroy?.();
}
