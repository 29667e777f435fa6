import { describe, expect, it } from "vitest";
import { FIGURES } from "../../../lessons/mixed-train-step/figures";
import { readWiring } from "./read-wiring";
import { callSentence, halfOf, togetherSentence, turned } from "./wiring-words";

const figure = FIGURES["argnums-wiring"];
if (figure?.kind !== "argnums-wiring") throw new Error("the lesson has no argnums wiring");
const { model } = figure;

describe("the wiring's words", () => {
  const call = { parameters: ["nnx_tree", "linen_tree"], transform: "grad" as const };

  it("name what comes back and what gets nothing", () => {
    expect(callSentence({ ...call, argnums: [0], single: true })).toBe(
      "grad gives one tree: the gradient for nnx_tree. linen_tree gets none.",
    );
    expect(callSentence({ ...call, argnums: [1, 0], single: false })).toBe(
      "grad gives a tuple: first the gradient for linen_tree, then the one for nnx_tree.",
    );
    expect(
      callSentence({ ...call, transform: "value_and_grad", argnums: [1], single: false }),
    ).toBe(
      "value_and_grad gives the loss and a tuple with one tree, the gradient for linen_tree. nnx_tree gets none.",
    );
    expect(
      callSentence({ transform: "grad", parameters: ["model"], argnums: [0], single: true }),
    ).toContain("Whatever is in that tree");
    const loss = { ...call, transform: "value_and_grad" as const, argnums: [0], single: true };
    expect(callSentence(loss, "typescript")).toMatch(/^valueAndGrad gives the loss and one tree/);
  });

  it("tell the halves by their names, and nothing by others", () => {
    expect(halfOf("nnxParams", model)?.name).toBe("NNX");
    expect(halfOf("head_params", model)?.name).toBe("Linen");
    expect(halfOf("params", model)).toBeNull();
    expect(halfOf("nnx_and_linen", model)).toBeNull();
  });

  it("say what two calls give together", () => {
    const source =
      "import jax\ndef f(a, b): return a\ng = jax.grad(f, argnums=0)\nh = jax.grad(f, argnums=1)";
    const wiring = readWiring("python", source);
    expect(wiring.kind === "wired" && togetherSentence(wiring.calls)).toContain("every argument");
    const same = readWiring("python", source.replace("argnums=1", "argnums=0"));
    expect(same.kind === "wired" && togetherSentence(same.calls)).toContain("for b");
  });
});

describe("the wires", () => {
  it("are turned on in order, off one by one, and never all off", () => {
    expect(turned([1], 0)).toEqual([0, 1]);
    expect(turned([0, 1], 0)).toEqual([1]);
    expect(turned([1], 1)).toEqual([1]);
    expect(turned([2, 1], 0)).toEqual([2, 1, 0]);
  });

  it("of the example are both, in both languages", () => {
    for (const language of ["python", "typescript"] as const)
      expect(readWiring(language, model.example[language])).toMatchObject({
        kind: "wired",
        calls: [{ argnums: [0, 1] }],
      });
  });
});
