import { useId } from "react";
import type { TrainingBug } from "../../../figure-models/curve-to-bug-model";
import { LETTERS } from "./draw-round";
import type { Letter } from "./draw-round";

export type BugRowProps = {
  bug: TrainingBug;
  /** Of its curve. */
  letter: Letter;
  chosen: Letter | "";
  checked: boolean;
  onChoose: (id: string, letter: Letter | "") => void;
  /** The curve to draw stronger. */
  onFront: (letter: Letter | null) => void;
};

/** One mistake, the curve that was chosen for it, and, once checked, which it is and why. */
export function BugRow({ bug, letter, chosen, checked, onChoose, onFront }: BugRowProps) {
  const id = useId();
  const isRight = chosen === letter;
  return (
    <li className="bug-row" data-state={checked ? (isRight ? "right" : "other") : "open"}>
      <label htmlFor={id}>{bug.name}</label>
      <select
        id={id}
        value={chosen}
        disabled={checked}
        onFocus={() => onFront(chosen === "" ? null : chosen)}
        onBlur={() => onFront(null)}
        onChange={({ currentTarget: { value } }) =>
          onChoose(bug.id, LETTERS.find((each) => each === value) ?? "")
        }
      >
        <option value="">…</option>
        {LETTERS.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      {checked && (
        <p className="bug-why">
          <b>{isRight ? `✓ ${letter} it is.` : `○ It is ${letter}.`}</b> {bug.why}
        </p>
      )}
    </li>
  );
}
