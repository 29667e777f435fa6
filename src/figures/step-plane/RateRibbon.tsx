import type { SliderScale } from "../parts/slider-scale";
import type { Corner } from "./plane";
import type { Ribbon } from "./ribbon";

type RateRibbonProps = {
  ribbon: Ribbon;
  scale: SliderScale;
  halves: readonly [first: string, second: string];
};

/** Shorter parts have no room for a name. */
const LEAST_NAMED = 0.07;

const LOOKS: Readonly<Record<Corner, string>> = {
  neither: "none",
  first: "first",
  second: "second",
  both: "plain",
};

/** Which corner is the lowest at each learning rate, as a strip below the slider, and where both overshoot. */
export function RateRibbon({ ribbon: { stretches, aboveFrom }, scale, halves }: RateRibbonProps) {
  const share = (place: number) => `${((place / scale.last) * 100).toFixed(2)}%`;
  const names = { neither: "neither", first: halves[0], second: halves[1], both: "both" };
  const starts = stretches.map(({ firstPlace }) => Math.max(0, firstPlace - 0.5));
  return (
    <div className="rate-ribbon" aria-hidden="true">
      <div className="rate-ribbon-strip">
        {stretches.map(({ corner, first }, i) => {
          const width = (starts[i + 1] ?? scale.last) - (starts[i] ?? 0);
          return (
            <span
              key={first}
              className="rate-ribbon-part"
              data-look={LOOKS[corner]}
              style={{ width: share(width) }}
            >
              {width / scale.last > LEAST_NAMED && names[corner]}
            </span>
          );
        })}
      </div>
      {aboveFrom !== null && (
        <span className="rate-ribbon-above" style={{ left: share(scale.placeOf(aboveFrom)) }} />
      )}
    </div>
  );
}
