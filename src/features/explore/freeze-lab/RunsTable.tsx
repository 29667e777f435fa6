import { AsTable } from "../../../figures/parts/AsTable";
import { lossText } from "./freeze-words";
import { bestAndFinal } from "./runs";
import type { ShownRun } from "./shown-run";
import type { FreezeSetting } from "./use-freeze-setting";

/** The best and the last loss of each run. */
export function RunsTable({
  shown,
  setting: { seed, lr, steps },
}: {
  shown: readonly ShownRun[];
  setting: FreezeSetting;
}) {
  const rows = shown.map(({ name, run }) => {
    const { best, at, final } = bestAndFinal(run, steps);
    return [name, lossText(best), String(at), lossText(final)];
  });
  return (
    <AsTable
      title="Best and final losses"
      caption={`Learning rate ${lr}, ${steps} steps, seed ${seed}.`}
      columns={["What moves", "Best loss", "at step", "Final loss"]}
      rows={rows}
    />
  );
}
