import { expect, it } from "vitest";
import { check } from "./check";
import { workByHand } from "./work-by-hand";

type Parts = ReturnType<typeof workByHand>;

function valueOf(parts: Parts, name: string, last = false): readonly number[] {
  const found = parts.flatMap(({ values }) => values).filter((value) => value.name === name);
  return found.at(last ? -1 : 0)?.data ?? [];
}

const columns = (flat: readonly number[], width: number, column: number) =>
  flat.filter((_, i) => i % width === column);
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? NaN), 0);

it.each(check.visible.map((inputs, i) => [i + 1, inputs] as const))(
  "case %i follows from its own numbers and ends at the reference",
  (_, inputs) => {
    const parts = workByHand(inputs);
    const [x, y] = [inputs[1]?.data ?? [], inputs[2]?.data ?? []];
    const lr = inputs[3]?.data[0] ?? NaN;
    // Layer by layer with nothing but the numbers that are shown.
    const losses = ["", "′"].map((mark) => {
      const of = (name: string) => valueOf(parts, `${name}${mark}`);
      const hidden = [0, 1, 2, 3].map((unit) =>
        Math.max(0, dot(x, columns(of("K"), 4, unit)) + (of("b")[unit] ?? NaN)),
      );
      const prediction = y.map(
        (_, out) => dot(hidden, columns(of("W"), y.length, out)) + (of("c")[out] ?? NaN),
      );
      return prediction.reduce((sum, p, i) => sum + (p - (y[i] ?? NaN)) ** 2, 0) / y.length;
    });
    const [before = NaN, after = NaN] = check.reference(inputs);
    expect(losses[0]).toBeCloseTo(before, 10);
    expect(losses[1]).toBeCloseTo(after, 10);
    expect(valueOf(parts, "loss")).toEqual([before]);
    expect(valueOf(parts, "loss", true)).toEqual([after]);
    for (const leaf of ["K", "b", "W", "c"]) {
      const slopes = valueOf(parts, `∂${leaf}`);
      valueOf(parts, `${leaf}′`).forEach((moved, i) => {
        expect(moved).toBeCloseTo((valueOf(parts, leaf)[i] ?? NaN) - lr * (slopes[i] ?? NaN), 12);
      });
    }
  },
);

it("says which parts give the returned numbers", () => {
  const results = workByHand(check.visible[0] ?? []).map(({ result }) => result);
  expect(results).toEqual([null, null, 0, null, null, 1]);
});
