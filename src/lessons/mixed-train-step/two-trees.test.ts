import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { twoTrees } from "./two-trees";

type Recorded = {
  seed: number;
  step: number;
  loss: number;
  off: number[];
  values: number[][];
  gradient: number[][];
};
const golden: { x: number[]; y: number[]; lr: [number]; cases: Recorded[] } = JSON.parse(
  readFileSync(new URL("../../../golden/recordings/two_trees.json", import.meta.url), "utf8"),
);

function modelOf(seed: number) {
  const { x, y, lr } = golden;
  return twoTrees({ rows: 1, inSize: 3, outSize: 2, x, y, lr: lr[0], seed });
}

describe("twoTrees", () => {
  it.each(golden.cases)(
    "has JAX's trees and gradients of seed $seed after $step steps",
    (case_) => {
      const own = modelOf(case_.seed).at(case_.step);
      expect(own.loss).toBeCloseTo(case_.loss, 10);
      expect(own.off).toEqual(case_.off);
      for (const what of ["values", "gradient"] as const)
        for (const [leaf, entries] of case_[what].entries())
          for (const [i, entry] of entries.entries())
            expect(
              Math.abs((own[what][leaf]?.[i] ?? NaN) - entry),
              `${what} ${leaf} ${i}`,
            ).toBeLessThan(1e-10);
    },
  );

  it("has leaves of the sizes that it says", () => {
    const { leaves, at } = modelOf(0);
    expect(at(0).values.map((values) => values.length)).toEqual(
      leaves.map(({ rows, columns }) => rows * columns),
    );
  });

  it("finds the lines that name a leaf, and not those of the other half's", () => {
    const { leaves } = modelOf(0);
    const named = (language: "python" | "typescript", line: string) =>
      leaves.filter(({ lines }) => new RegExp(lines[language]).test(line)).map(({ name }) => name);
    expect(named("python", '    "kernel": encoder.kernel[...],')).toEqual(["encoder.kernel"]);
    expect(named("python", "h = x @ n['kernel'] + n['bias']")).toEqual([
      "encoder.kernel",
      "encoder.bias",
    ]);
    expect(named("python", 'print(linen_params["params"]["kernel"])')).toEqual(["params/kernel"]);
    expect(named("python", "loss = jnp.mean((prediction - y) ** 2)")).toEqual([]);
    expect(named("typescript", "  bias: encoder.bias.value,")).toEqual(["encoder.bias"]);
    expect(named("typescript", "console.log(linenParams.params.bias);")).toEqual(["params/bias"]);
  });
});
