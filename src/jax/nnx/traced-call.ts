import type { Cell } from "./cells";
import { cellsOf } from "./cells";

/** What a call with traced values in its modules left behind. */
export type TracedCall<R> = {
  readonly result: R;
  /** The places whose values the call changed, and their new values, which may be traced. */
  readonly changed: readonly Cell[];
  readonly values: readonly unknown[];
};

/**
 * Puts traced values into the modules among `args` with `place`, runs `body`, and gives every place its own value back:
 * a traced value must not outlive its transformation.
 */
export function callTraced<R>(
  args: readonly unknown[],
  place: () => void,
  body: () => R,
): TracedCall<R> {
  const before = new Map<string, unknown>();
  for (const cell of cellsOf(args)) before.set(keyOf(cell), cell.read());
  const leave = cellsOf(args).map((cell) => cell.enter());
  try {
    place();
    const traced = new Map<string, unknown>();
    for (const cell of cellsOf(args)) traced.set(keyOf(cell), cell.read());
    const result = body();
    const changed = cellsOf(args).filter((cell) => cell.read() !== traced.get(keyOf(cell)));
    return { result, changed, values: changed.map((cell) => cell.read()) };
  } finally {
    for (const cell of cellsOf(args)) {
      if (before.has(keyOf(cell))) cell.write(before.get(keyOf(cell)));
    }
    for (const end of leave) end();
  }
}

function keyOf({ path }: Cell): string {
  return path.join("\0");
}
