/** A program that poisons everything it can reach, and an honest one after it. */
import { expect, expectNextRunPasses, test } from "./support/attack-test";
import { entryProgram, gradeInPage, playInPage } from "./support/lab";

const POISON = `
  for (const type of [Array, Object, Map, Set, Promise, Float32Array, ArrayBuffer, String, Number, Function]) {
    for (const name of Object.getOwnPropertyNames(type.prototype)) {
      if (name === "constructor") continue;
      try { Object.defineProperty(type.prototype, name, { value: () => 0 }); } catch {}
    }
  }
  Math.exp = Math.sqrt = Math.abs = () => 0;
  globalThis.poisoned = true;`;

test("37: poisoned prototypes, globals and library", async ({ lab, weak }) => {
  // In a realm that is used again, the next program gets what the last one left.
  const control = await weak.evaluate(async () => {
    const shared = new Worker(
      URL.createObjectURL(
        new Blob([`onmessage = ({ data }) => postMessage(String((0, eval)(data)));`]),
      ),
    );
    const run = (program: string) =>
      new Promise((resolve) => {
        shared.onmessage = ({ data }) => resolve(data);
        shared.postMessage(program);
      });
    await run("Math.sqrt = () => 0; self.poisoned = true;");
    const answer = await run("Math.sqrt(9) + ' ' + self.poisoned");
    shared.terminate();
    return answer;
  });
  expect(control).toBe("0 true");

  const library = `
    for (const owner of [jax, jnp, (jax as any).tree, (jax as any).random]) {
      for (const name of Object.keys(owner)) { try { (owner as any)[name] = () => [0, 0]; } catch {} }
    }
    for (let owner = Object.getPrototypeOf(jnp.array([1, 2])); owner && owner !== Object.prototype;
         owner = Object.getPrototypeOf(owner)) {
      for (const name of Object.getOwnPropertyNames(owner)) {
        try { Object.defineProperty(owner, name, { value: () => [0, 0] }); } catch {}
      }
    }`;
  const poison = entryProgram(`// @ts-ignore\n${library}\n${POISON}\nreturn [0, 0];`);
  const poisoned = await gradeInPage(lab, { source: poison, deadlineMs: 3_000 });
  expect(poisoned.status).not.toBe("pass");

  const next = await playInPage(lab, `print(typeof (globalThis as any).poisoned, Math.sqrt(9));`);
  expect(next.stdout).toBe("undefined 3");
  await expectNextRunPasses(lab);
});

test("arrays that a program keeps are gone in the next run", async ({ lab }) => {
  const typescript = `
    import * as jnp from "jax/numpy";
    const everywhere = globalThis as any;
    print(typeof everywhere.kept);
    everywhere.kept = jnp.ones([256]).mul(3);
    (jnp.ones as any).kept = everywhere.kept;
    print(everywhere.kept.sum());`;
  const python = [
    "import builtins, sys",
    "import jax.numpy as jnp",
    "print(hasattr(builtins, 'kept') or hasattr(sys, 'kept') or hasattr(jnp, 'kept'), 'x' in globals())",
    "builtins.kept = sys.kept = jnp.kept = x = jnp.ones(256) * 3",
    "print(x.sum())",
  ].join("\n");
  for (let run = 0; run < 2; run++) {
    const fresh = await playInPage(lab, typescript);
    expect(fresh.error).toBeNull();
    expect(fresh.stdout.trim().split("\n")).toEqual(["undefined", "768.0"]);
    const alsoFresh = await playInPage(lab, python, 60_000, "python");
    expect(alsoFresh.error).toBeNull();
    expect(alsoFresh.stdout.trim().split("\n")).toEqual(["False False", "768.0"]);
  }
});
