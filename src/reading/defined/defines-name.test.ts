import { describe, expect, it } from "vitest";
import { definesName } from "./defines-name";

describe("definesName", () => {
  it.each([
    "def update(a, b):\n    return a, b\n",
    "import jax\n\n@jax.jit\ndef update(a, b):\n    return a, b\n",
    "update = jax.jit(step)\n",
    "if True:\n    def update(a): ...\n",
  ])("finds it in Python: %j", (source) => {
    expect(definesName("update", { language: "python", source })).toBe(true);
  });

  it.each([
    "def step():\n    def update(a): ...\n",
    '"""\ndef update(a):\n"""\n',
    "# def update(a): ...\n",
    "class A:\n    def update(self): ...\n",
    "updated = 1\nx.update = 2\n",
  ])("does not find it in Python: %j", (source) => {
    expect(definesName("update", { language: "python", source })).toBe(false);
  });

  it.each([
    "function update(a, b) { return [a, b]; }",
    "export async function update(a: number) {}",
    "const update = jax.jit(step);",
    "export const other = 1, update = (a) => a;",
  ])("finds it in TypeScript: %j", (source) => {
    expect(definesName("update", { language: "typescript", source })).toBe(true);
  });

  it.each([
    "function step() { const update = 1; }",
    "// function update() {}",
    "const text = `function update() {}`;",
    "const step = { update() {} };",
  ])("does not find it in TypeScript: %j", (source) => {
    expect(definesName("update", { language: "typescript", source })).toBe(false);
  });
});
