import type { UpdateFit } from "../../protocol/verdict";

/** One bar: a parameter, or a whole half where its parameters moved alike. */
export type FitRow = UpdateFit["leaves"][number] & { half: string };

/** Factors that differ by less are drawn as one. */
const ALIKE = 0.01;

/** The bars of a fit: one a half if every half's parameters moved alike, else one a parameter. */
export function fitRows({ leaves }: UpdateFit, halves: ReadonlyMap<string, string>): FitRow[] {
  const rows = leaves.map((leaf) => ({ ...leaf, half: halves.get(leaf.leaf) ?? leaf.leaf }));
  const byHalf = [...new Set(rows.map(({ half }) => half))].map((half) =>
    rows.filter((row) => row.half === half),
  );
  const alike = byHalf.every(([first, ...rest]) =>
    rest.every(({ factor, unit }) => {
      return unit === first?.unit && Math.abs(factor - first.factor) < ALIKE;
    }),
  );
  if (!alike) return rows;
  return byHalf.flatMap(([first, ...rest]) => {
    if (!first) return [];
    return [rest.length === 0 ? first : { ...first, leaf: `${first.half} half` }];
  });
}
