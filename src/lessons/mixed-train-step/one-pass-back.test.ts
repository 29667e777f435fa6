import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { OnePass, OnePassBackModel } from "../../figure-models/one-pass-back-model";
import { onePassBack } from "./one-pass-back";

type Leaves = number[][];
type Recorded = {
  seed: number;
  values: Leaves;
  slopes: Leaves;
  gradients: Record<string, Leaves>;
  head_first: { loss: number; gradient: Leaves };
  raises: string;
};
const golden: { x: number[]; y: number[]; lr: [number]; cases: Recorded[] } = JSON.parse(
  readFileSync(new URL("../../../golden/recordings/one_pass_back.json", import.meta.url), "utf8"),
);

function modelOf(seed: number): OnePassBackModel {
  const { x, y, lr } = golden;
  return onePassBack({ rows: 1, inSize: 3, outSize: 2, x, y, lr: lr[0], seed });
}

function variant(seed: number, id: string): OnePass {
  const found = modelOf(seed).variants.find((each) => each.id === id);
  if (!found) throw new Error(`no variant ${id}`);
  return found.open();
}

const LEAVES = ["firstKernel", "firstBias", "secondKernel", "secondBias"] as const;
const gradientOf = (pass: OnePass) => LEAVES.map((leaf) => pass[leaf].slopes);

function expectNear(got: readonly (readonly number[] | null)[], recorded: Leaves): void {
  expect(got.map((part) => part?.length)).toEqual(recorded.map((part) => part.length));
  for (const [i, part] of recorded.entries())
    for (const [j, value] of part.entries())
      expect(Math.abs((got[i]?.[j] ?? NaN) - value), `${i} ${j}`).toBeLessThan(1e-12);
}

describe.each(golden.cases)("the pass of seed $seed", (recorded) => {
  const { seed } = recorded;
  it("has JAX's numbers on the way there, and its slopes at each of them on the way back", () => {
    const pass = variant(seed, "one-pass");
    const { before, hidden, prediction, loss } = pass;
    expectNear(
      [before, hidden, prediction, loss].map(({ values }) => values),
      recorded.values,
    );
    expectNear([before.slopes, hidden.slopes, prediction.slopes], recorded.slopes);
  });

  it.each(Object.keys(recorded.gradients))("%s has JAX's gradient in every leaf", (id) => {
    expectNear(gradientOf(variant(seed, id)), recorded.gradients[id] ?? []);
  });

  it("head first has the encoder's gradient at the moved head, and none for the head", () => {
    const pass = variant(seed, "head-first");
    expectNear(gradientOf(pass).slice(0, 2), recorded.head_first.gradient);
    expect(pass.loss.values[0]).toBeCloseTo(recorded.head_first.loss, 12);
    expect(pass.secondKernel.slopes).toBeNull();
  });

  it("says what JAX raises", () => {
    const raising = modelOf(seed).variants.filter(({ cut }) => cut === "raises");
    expect(raising).toHaveLength(1);
    const [text = ""] = recorded.raises.split("\n");
    expect(raising[0]?.says).toContain(text);
    expect(raising[0]?.open().prediction.slopes).toBeNull();
  });
});

it("goes dark on the side of the cut that the way back does not reach", () => {
  const dark = (id: string) =>
    LEAVES.filter((leaf) => variant(0, id)[leaf].slopes?.every((slope) => slope === 0));
  expect(dark("one-pass")).toEqual([]);
  expect(dark("stop-gradient")).toEqual(["firstKernel", "firstBias"]);
  expect(dark("encoder-captured")).toEqual(["firstKernel", "firstBias"]);
  expect(dark("head-captured")).toEqual(["secondKernel", "secondBias"]);
});
