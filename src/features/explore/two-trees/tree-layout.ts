import type { TwoTreesModel } from "../../../figure-models/two-trees-model";

export const CELL = { width: 44, height: 24 };
const INDENT = 18;
const LINE = 18;
const NARROW = 500;
const GAP = 24;

export type PlacedLeaf = {
  leaf: number;
  /** Of its first cell. */
  x: number;
  y: number;
  /** Of its two lines of words. */
  names: readonly [y: number, y: number];
  /** From its level down and to it. */
  branch: string;
};

export type PlacedTree = {
  half: 0 | 1;
  x: number;
  name: number;
  levels: readonly { text: string; x: number; y: number; branch: string }[];
  leaves: readonly PlacedLeaf[];
};

export type TreesLayout = { width: number; height: number; trees: readonly PlacedTree[] };

/** Both trees beside each other, or one above the other where the page is narrow. */
export function layoutTrees(model: TwoTreesModel, width: number): TreesLayout {
  const narrow = width < NARROW;
  const half = Math.floor(width / 2) + 8;
  const first = layoutTree(model, 0, 1, 0);
  const second = narrow
    ? layoutTree(model, 1, 1, first.bottom + GAP)
    : layoutTree(model, 1, half, 0);
  return {
    width,
    height: Math.max(first.bottom, second.bottom) + 2,
    trees: [first.tree, second.tree],
  };
}

function layoutTree(
  { trees, leaves }: TwoTreesModel,
  half: 0 | 1,
  x: number,
  top: number,
): { tree: PlacedTree; bottom: number } {
  const name = top + 14;
  let y = name;
  let at = x;
  const levels = trees[half].levels.map((text) => {
    const from = y + 6;
    y += LINE + 4;
    at += INDENT;
    return { text, x: at, y, branch: `M${at - INDENT + 5} ${from}V${y - 4}H${at - 3}` };
  });
  const parent = { x: at + 5, y: y + 6 };
  at += INDENT;
  const placed = leaves.flatMap((leaf, i): PlacedLeaf[] => {
    if (leaf.half !== half) return [];
    const names = [y + LINE + 6, y + 2 * LINE + 4] as const;
    const cells = names[1] + 7;
    y = cells + leaf.rows * CELL.height;
    return [
      {
        leaf: i,
        x: at,
        y: cells,
        names,
        branch: `M${parent.x} ${parent.y}V${names[0] - 4}H${at - 3}`,
      },
    ];
  });
  return { tree: { half, x, name, levels, leaves: placed }, bottom: y };
}
