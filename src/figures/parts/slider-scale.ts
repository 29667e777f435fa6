/** Values of a slider as its places: whole numbers from 0, which keys move by one. */
export type SliderScale = {
  /** The last place; the first is 0. */
  last: number;
  valueAt(place: number): number;
  /** The nearest place. */
  placeOf(value: number): number;
};

/** Values from `from` in equal steps up to `to`, both included. Throws where the steps do not lead there. */
export function linearScale(from: number, to: number, step: number): SliderScale {
  const last = Math.round((to - from) / step);
  if (!(last > 0) || Math.abs(from + last * step - to) > step * 1e-6)
    throw new Error(`steps of ${step} do not lead from ${from} to ${to}`);
  return {
    last,
    // 0.1 + 0.2 is no value that a person would want to read.
    valueAt: (place) => Number((from + held(place, last) * step).toPrecision(12)),
    placeOf: (value) => held(Math.round((value - from) / step), last),
  };
}

/**
 * Values in equal ratios, so many to a factor of ten, each rounded to two digits: 0.1, 0.11, 0.12 and so on with 24. Values that
 * round to the same are one place. `from` and `to` are values themselves.
 */
export function logScale(from: number, to: number, perDecade: number): SliderScale {
  if (!(from > 0 && to > from)) throw new Error(`no ratios lead from ${from} to ${to}`);
  const count = Math.max(1, Math.round(Math.log10(to / from) * perDecade));
  const rounded = Array.from({ length: count - 1 }, (_, i) =>
    Number((from * (to / from) ** ((i + 1) / count)).toPrecision(2)),
  );
  const values = [from, ...new Set(rounded.filter((value) => value > from && value < to)), to];
  const last = values.length - 1;
  return {
    last,
    valueAt: (place) => values[held(Math.round(place), last)] ?? to,
    placeOf(value) {
      const distances = values.map((each) => Math.abs(Math.log(each / Math.max(value, from / 10))));
      return distances.indexOf(Math.min(...distances));
    },
  };
}

function held(place: number, last: number): number {
  return Math.min(last, Math.max(0, place));
}
