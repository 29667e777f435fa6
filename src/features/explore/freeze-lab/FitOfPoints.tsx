import { useId } from "react";
import { lossText } from "./freeze-words";
import { LockIcon } from "./LockIcon";
import { locksOf, locksText } from "./shown-run";
import type { ShownRun } from "./shown-run";
import type { FreezeLabModel } from "../../../figure-models/freeze-lab-model";

const WIDTH = 176;
const HEIGHT = 112;
const PAD = 10;
/** Points of the model's line; between them lie its bends. */
const MOST_POINTS = 80;

export type FitOfPointsProps = {
  model: FreezeLabModel;
  shown: ShownRun;
  at: number;
  front: boolean;
};

/** The points, and what the model makes of them at a step. */
export function FitOfPoints({ model, shown: { key, name, run }, at, front }: FitOfPointsProps) {
  const id = useId();
  const { points, halves, target } = model;
  const [left, right] = [Math.min(...points.x), Math.max(...points.x)];
  const [low, high] = rangeOf(points.y);
  const x = (value: number) => PAD + ((value - left) / (right - left)) * (WIDTH - 2 * PAD);
  const y = (value: number) => HEIGHT - ((value - low) / (high - low)) * HEIGHT;
  const grid = Array.from(
    { length: MOST_POINTS + 1 },
    (_, i) => left + ((right - left) * i) / MOST_POINTS,
  );
  const values = model.predict(run.parametersAt(at), grid);
  const line = grid.map((value, i) => `${x(value).toFixed(1)} ${held(y(values[i])).toFixed(1)}`);
  const loss = lossText(run.lossAt(at));
  return (
    <div className="freeze-fit" data-run={key} data-front={front}>
      <p className="freeze-fit-name">
        {name}
        {key !== "own" && (
          <span className="freeze-fit-locks">
            {locksOf(key).map((locked, half) => (
              <span key={half} data-half={half}>
                <LockIcon locked={locked} />
              </span>
            ))}
            <span className="visually-hidden">, {locksText(key, halves)}</span>
          </span>
        )}
      </p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${name}: the model's line over the points of ${target}, after ${at} steps, loss ${loss}`}
      >
        <clipPath id={id}>
          <rect width={WIDTH} height={HEIGHT} />
        </clipPath>
        {points.x.map((value, i) => (
          <circle key={value} className="freeze-point" cx={x(value)} cy={y(points.y[i])} r={2.5} />
        ))}
        <path
          className="freeze-curve"
          data-run={key}
          data-front={front}
          clipPath={`url(#${id})`}
          d={`M${line.join("L")}`}
        />
      </svg>
      <p className="freeze-fit-loss">
        loss <b>{loss}</b>
      </p>
    </div>
  );
}

/** Room for the points and for a line that misses them a little. */
function rangeOf(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const air = 0.3 * (high - low || 1);
  return [low - air, high + air];
}

/** Far beyond the edge is as good as anywhere, and what has no number is drawn nowhere near. */
function held(pixels: number): number {
  return Number.isFinite(pixels) ? Math.min(1e4, Math.max(-1e4, pixels)) : -1e4;
}
