import { useId } from "react";
import type { PassVariant } from "../../../figure-models/one-pass-back-model";

export type VariantsProps = {
  variants: readonly PassVariant[];
  value: string;
  onChange: (id: string) => void;
};

/** The ways to write the pass, all in sight. Radio buttons underneath, so arrow keys work. */
export function Variants({ variants, value, onChange }: VariantsProps) {
  const group = useId();
  return (
    <fieldset className="one-pass-variants">
      <legend>How it is written</legend>
      {variants.map(({ id, name }) => (
        <label key={id} className="one-pass-variant">
          <input
            type="radio"
            name={group}
            value={id}
            checked={id === value}
            onChange={() => onChange(id)}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
