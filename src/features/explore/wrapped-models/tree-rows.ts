/** A tree of names as rows, each with the names that have no fork between them. */
import type { TreeLeaf } from "../../../figure-models/wrapped-models-model";

export type TreeRow = { depth: number; names: readonly string[]; shape: string | null };

/** The rows from the top down. Names with a single child share a row with it. */
export function treeRows(leaves: readonly TreeLeaf[], depth = 0): TreeRow[] {
  const groups = new Map<string, TreeLeaf[]>();
  for (const { path, shape } of leaves) {
    const [name = "", ...rest] = path;
    groups.set(name, [...(groups.get(name) ?? []), { path: rest, shape }]);
  }
  return [...groups].flatMap(([name, under]) => rowsUnder([name], under, depth));
}

function rowsUnder(names: string[], under: readonly TreeLeaf[], depth: number): TreeRow[] {
  const [first] = under;
  if (first && under.length === 1 && first.path.length === 0)
    return [{ depth, names, shape: first.shape }];
  const [next, ...others] = new Set(under.map(({ path }) => path[0] ?? ""));
  if (next !== undefined && others.length === 0) {
    const rest = under.map(({ path, shape }) => ({ path: path.slice(1), shape }));
    return rowsUnder([...names, next], rest, depth);
  }
  return [{ depth, names, shape: null }, ...treeRows(under, depth + 1)];
}
