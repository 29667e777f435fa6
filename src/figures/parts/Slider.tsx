import { useId } from "react";
import type { ReactNode } from "react";
import type { Look } from "../../lib/look";
import type { SliderScale } from "./slider-scale";
import "./slider.css";

export type SliderProps = {
  label: ReactNode;
  value: number;
  scale: SliderScale;
  onChange: (value: number) => void;
  /** The value as it stands beside the label. */
  text: string;
  /** The value as it is spoken, where that says more than `text`. */
  spoken?: string;
  look?: Look;
  /** A strip below the track, as wide as the thumb's way: what the values mean. */
  ribbon?: ReactNode;
  disabled?: boolean;
};

/**
 * A slider with its value in words. The browser's own: arrow keys go one place, Page keys ten, Home and End to the ends, and
 * fingers find 44 pixels.
 */
export function Slider(props: SliderProps) {
  const { label, value, scale, onChange, text, spoken, look = "plain", ribbon, disabled } = props;
  const id = useId();
  const place = scale.placeOf(value);
  return (
    <div className="slider" data-look={look} data-ribbon={ribbon !== undefined}>
      <label className="slider-label" htmlFor={id}>
        {label}
      </label>
      <output className="slider-value" htmlFor={id} aria-hidden="true">
        {text}
      </output>
      <div className="slider-way">
        <input
          id={id}
          type="range"
          min={0}
          max={scale.last}
          step={1}
          value={place}
          disabled={disabled}
          aria-valuetext={spoken ?? text}
          onChange={(event) => onChange(scale.valueAt(event.currentTarget.valueAsNumber))}
        />
        {ribbon !== undefined && <div className="slider-ribbon">{ribbon}</div>}
      </div>
    </div>
  );
}
