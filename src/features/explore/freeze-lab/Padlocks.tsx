import type { FreezeLabModel } from "../../../figure-models/freeze-lab-model";
import { Half } from "../../../figures/Half";
import { Button } from "../../../ui/Button";
import { Segmented } from "../../../ui/Segmented";
import { LockIcon } from "./LockIcon";
import { movingName } from "./freeze-words";
import type { Moving } from "./runs";
import { locksOf, movingWith } from "./shown-run";

const LOOKS = ["first", "second"] as const;

export type PadlocksProps = {
  model: FreezeLabModel;
  moving: Moving;
  onChange: (moving: Moving) => void;
};

/** A padlock on each half; on a narrow page a switch between the runs, of which one is shown. */
export function Padlocks({ model: { halves }, moving, onChange }: PadlocksProps) {
  const locks = locksOf(moving);
  const turned = (half: number) =>
    movingWith([half === 0 ? !locks[0] : locks[0], half === 1 ? !locks[1] : locks[1]]);
  const runs: readonly Moving[] = ["both", "first", "second"];
  return (
    <div className="needs-script">
      <div className="freeze-row freeze-padlocks" role="group" aria-label="Padlocks">
        {halves.map(({ name, module }, half) => (
          <Button
            key={name}
            aria-pressed={locks[half]}
            icon={<LockIcon locked={locks[half]} />}
            onClick={() => onChange(turned(half))}
          >
            Freeze <Half look={LOOKS[half]}>{name}</Half>
            <code>{module}</code>
          </Button>
        ))}
      </div>
      <div className="freeze-switch">
        <Segmented
          label="What moves"
          options={(moving === "neither" ? [...runs, moving] : runs).map((value) => ({
            value,
            text: movingName(value, halves).replace(/ only$/, ""),
          }))}
          value={moving}
          onChange={onChange}
        />
      </div>
    </div>
  );
}
