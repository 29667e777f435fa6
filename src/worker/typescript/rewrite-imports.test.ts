import { describe, expect, it } from "vitest";
import { ProgramError } from "../program-error";
import { rewriteImports } from "./rewrite-imports";
import { stripTypes } from "./strip-types";

const modules = {
  jax: { address: "blob:null/1", names: ["grad", "vmap", "valueAndGrad"] },
  "jax/numpy": { address: "blob:null/2", names: ["sum", "mean"] },
};

function problem(code: string): ProgramError {
  try {
    rewriteImports(code, modules);
  } catch (error) {
    if (error instanceof ProgramError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("rewriteImports", () => {
  it.each([
    [`import * as jax from "jax";`, `import { default as jax } from "blob:null/1";`],
    [`import j, * as $n from"jax";`, `import j, { default as $n } from"blob:null/1";`],
    [
      `import/* * as x */*as jax from "jax" // why`,
      `import/* * as x */{ default as jax } from "blob:null/1" // why`,
    ],
    [`import jax, { grad as g } from 'jax'`, `import jax, { grad as g } from 'blob:null/1'`],
    [`import "jax/numpy";`, `import "blob:null/2";`],
    [`export { grad } from "jax";`, `export { grad } from "blob:null/1";`],
    [`export * as np from "jax/numpy";`, `export * as np from "blob:null/2";`],
    [`export * from "jax/numpy";`, `export * from "blob:null/2";`],
    [`const m = await import("jax");`, `const m = await import("blob:null/1");`],
    [
      `import {\n  grad, // "vmap2"\n  vmap,\n} from "jax";`,
      `import {\n  grad, // "vmap2"\n  vmap,\n} from "blob:null/1";`,
    ],
  ])("points %s at the module's address", (code, expected) => {
    expect(rewriteImports(code, modules)).toBe(expected);
  });

  it.each([
    `const text = 'import x from "lodash"';`,
    "const text = `import ${1} from 'lodash'`;",
    `// import x from "lodash"`,
    `const pattern = /import x from "lodash"/;`,
    `const address = "jax"; const m = import(address);`,
    `const url = import.meta.url;`,
  ])("leaves %s as it is", (code) => {
    expect(rewriteImports(code, modules)).toBe(code);
  });

  it("names a module that is not there, its line and the nearest one", () => {
    const error = problem(`const a = 1;\n\nimport x from "jax/nunpy";`);
    expect(error.message).toContain(`This page has no "jax/nunpy". Did you mean "jax/numpy"?`);
    expect(error).toMatchObject({ type: "ImportError", line: 3, explain: "name-not-available" });
    expect(problem(`import _ from "lodash"`).message).toBe(
      `This page has no "lodash". It has "jax", "jax/numpy".`,
    );
    expect(problem(`export * from "fs"`).line).toBe(1);
    expect(problem(`await import("fs")`).message).toContain(`no "fs"`);
  });

  it("names a name that is not there, on its own line", () => {
    const error = problem(`import {\n  grad,\n  value_and_grad as v,\n} from "jax";`);
    expect(error.message).toBe(
      `"jax" has no "value_and_grad" on this page. The nearest name that is there is "valueAndGrad".`,
    );
    expect(error.line).toBe(3);
    expect(problem(`export { nothingLikeIt } from "jax"`).message).toBe(
      `"jax" has no "nothingLikeIt" on this page.`,
    );
  });

  it("does not find a module on Object.prototype", () => {
    expect(problem(`import x from "constructor"`).message).toContain(`no "constructor"`);
  });
});

describe("stripTypes", () => {
  it("keeps every line where it was and drops imports of types", () => {
    const source = [
      `import type { Array } from "jax";`,
      `import { grad, type Key } from "jax";`,
      `interface Params {`,
      `  w: number;`,
      `}`,
      `const f = (p: Params): number => p.w!;`,
      `export const at = <T,>(x: T) => x as unknown as Key;`,
      `throw grad(f) satisfies object;`,
    ].join("\n");
    const code = stripTypes(source);
    expect(code.split("\n")).toHaveLength(8);
    expect(code.split("\n")[7]).toContain("throw grad(f)");
    expect(code).not.toContain("Key");
    expect(rewriteImports(code, modules)).toContain(`from "blob:null/1"`);
  });

  it("says where the text stops being TypeScript", () => {
    expect(() => stripTypes("const a = 1;\nconst b = (;\n")).toThrowError(ProgramError);
    try {
      stripTypes("const a = 1;\nconst b = (;\n");
    } catch (error) {
      expect(error).toMatchObject({ type: "SyntaxError", line: 2 });
    }
  });
});
