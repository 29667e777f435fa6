import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { STARTER_PROGRAMS } from "../src/features/playground/starter-program";
import type { DeclarationFile } from "./facade-types";
import { FACES, facadeTypes } from "./facade-types";
import { editorLanguage } from "./lib/editor-language";
import type { EditorLanguage } from "./lib/editor-language";
import { MODULE_PROGRAMS } from "./lib/module-programs";

const root = path.resolve(import.meta.dirname, "..");
const LESSONS = path.join(root, "src/lessons");
const EXAMPLES = path.join(root, "src/features/playground/examples");

let files: readonly DeclarationFile[] = [];
let editor: EditorLanguage;

beforeAll(() => {
  files = facadeTypes(root);
  editor = editorLanguage(files);
}, 120_000);

/** The lessons' programs that must be free of red underlines, those of the tests' lessons included. */
function programs(): string[] {
  const all = readdirSync(LESSONS, { recursive: true, encoding: "utf8" });
  const wanted = /(^|\/)((start|solution)|(right|wrong|sugar)\/[^/]+)\.ts$/;
  return all.filter((name) => wanted.test(name));
}

/** What these programs get wrong is underlined before they run. */
const UNDERLINED =
  /\/wrong\/(name-not-(available|defined)--|rngs-missing--|loss-not-scalar--no-return)/;

describe("the editor's declarations", () => {
  it.each(programs())("know everything that %s uses", (name) => {
    const source = readFileSync(path.join(LESSONS, name), "utf8");
    const problems = editor.problems(source);
    if (UNDERLINED.test(name)) expect(problems).not.toEqual([]);
    else expect(problems).toEqual([]);
  });

  it("know everything that the playground's first program uses", () => {
    expect(editor.problems(STARTER_PROGRAMS.typescript)).toEqual([]);
  });

  it.each(readdirSync(EXAMPLES).filter((name) => name.endsWith(".ts")))(
    "know everything that the playground's example %s uses",
    (name) => {
      expect(editor.problems(readFileSync(path.join(EXAMPLES, name), "utf8"))).toEqual([]);
    },
  );

  it.each(Object.entries(MODULE_PROGRAMS))("know everything in %s", (_, source) => {
    expect(editor.problems(source)).toEqual([]);
  });

  it.each(Object.keys(FACES))("resolve %s", (name) => {
    expect(editor.problems(`import * as face from "${name}";\nprint(face);`)).toEqual([]);
  });

  it("mark what does not exist and what does not fit", () => {
    const typo = `import * as jnp from "jax/numpy";\njnp.meen(jnp.zeros([3]));`;
    expect(editor.problems(typo)).toEqual([expect.stringMatching(/^2: .*meen/)]);
    const unknown = `import * as np from "numpy";\nprint(np);`;
    expect(editor.problems(unknown)).toEqual([expect.stringMatching(/^1: .*numpy/)]);
    const wrongArgument = `import { nnx } from "flax";\nnew nnx.Linear(3, 4);`;
    expect(editor.problems(wrongArgument)).toHaveLength(1);
  });

  it("complete functions, methods and options", () => {
    const start = `import * as jax from "jax";\nimport * as jnp from "jax/numpy";\n`;
    expect(editor.completions(`${start}jnp.|`)).toEqual(
      expect.arrayContaining(["mean", "zeros", "matmul", "where"]),
    );
    expect(editor.completions(`${start}jnp.zeros([3]).|`)).toEqual(
      expect.arrayContaining(["add", "matmul", "shape", "dtype", "T", "at", "item"]),
    );
    expect(editor.completions(`${start}jax.grad((x) => x, { | })`)).toEqual(
      expect.arrayContaining(["argnums", "hasAux"]),
    );
  });

  it("explain functions and methods", () => {
    const start = `import * as jax from "jax";\nimport * as jnp from "jax/numpy";\n`;
    for (const call of ["jnp.mean|", "jax.grad|", "jax.tree.map|", "jnp.zeros([3]).matmul|"]) {
      const [signature = "", ...documentation] = editor.hover(`${start}${call}`).split(/(?<=\))/);
      expect(signature).toContain("(");
      expect(documentation.join("").length).toBeGreaterThan(20);
    }
  });

  it("keep types through tree.map and grad, so that leaves complete as arrays", () => {
    const source = `
      import * as jax from "jax";
      import * as jnp from "jax/numpy";
      const params = { w: jnp.zeros([3]), layers: [jnp.ones([2])] };
      const loss = (p: typeof params, s: jax.Array) => jnp.sum(p.w).mul(s);
      const [gp, gs] = jax.grad(loss, { argnums: [0, 1] })(params, jnp.ones([]));
      const next = jax.tree.map((p, g) => p.sub(g.mul(0.1)), params, gp);
      const checked: [jax.Array, jax.Array, jax.Array] = [next.w, next.layers[0], gs];
      print(checked);
    `;
    expect(editor.problems(source)).toEqual([]);
  });

  it("stay within what the language worker loads quickly", () => {
    const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(400_000);
  });
});
