import { expect, it } from "vitest";
import { testFolders } from "./changed-files.mjs";

it("asks for the tests of the nearest folder that has some", () => {
  const tested = new Set(["src/grading", "src/jax/core", "src/jax"]);
  const folders = (...files: string[]): string[] => testFolders(files, (name) => tested.has(name));
  expect(folders("src/grading/laws/law.ts", "src/grading/verdict.ts")).toEqual(["src/grading/"]);
  expect(folders("src/jax/core/fuse.ts")).toEqual(["src/jax/core/"]);
  expect(folders("src/jax/core/fuse.ts", "src/jax/nn/relu.ts")).toEqual(["src/jax/"]);
  expect(folders("golden/recordings/errors.json")).toEqual(["scripts/golden"]);
  expect(folders("README.md", "src/main.tsx", "docs/look.md")).toEqual([]);
});
