/** Programs that change the language's own objects, to be handed what the runtime holds while it works. */
import { expect, expectNextRunPasses, test } from "./support/attack-test";
import { playInPage } from "./support/lab";
import { runPlain } from "./support/weak-runs";

/**
 * Puts a listening function in place of every method of the language, and getters of unknown names on the root of
 * all objects. What a method is called on, given or calls back with is looked through for a WebGL context.
 */
const POISON = `
  const met = new Set(), refused = [];
  const { apply, ownKeys, getOwnPropertyDescriptor, defineProperty, getPrototypeOf } = Reflect;
  const { add, has } = Set.prototype, text = Object.prototype.toString, call = Function.prototype.call.bind(Function.prototype.call);
  let found = 0, busy = false;
  const look = (value, depth) => {
    if (value === null || (typeof value !== "object" && typeof value !== "function") || depth > 4 || call(has, met, value)) return;
    call(add, met, value);
    try {
      if (call(text, value).includes("WebGL2RenderingContext")) { found += 1; self.stolen = value; return; }
      for (const key of ownKeys(value)) {
        const own = getOwnPropertyDescriptor(value, key);
        if (own && "value" in own) look(own.value, depth + 1);
      }
    } catch {}
  };
  const notice = (...values) => {
    if (busy || found) return;
    busy = true;
    try { for (let i = 0; i < values.length; i += 1) look(values[i], 0); } finally { busy = false; }
  };
  const listening = (method) => function (...args) {
    if (busy) return new.target ? Reflect.construct(method, args, new.target) : apply(method, this, args);
    notice(this, args);
    const result = new.target ? Reflect.construct(method, args, new.target) : apply(method, this, args);
    // A kernel that was kept in a map is called with the backend.
    const isOwn = typeof result === "function" && !new.target && !/native code/.test(call(Function.prototype.toString, result));
    return isOwn ? function (...given) { notice(this, given); return apply(result, this, given); } : result;
  };
  const places = [Map, Set, WeakMap, WeakSet, Array, Promise, Float32Array, String, Function]
    .map((one) => one.prototype).concat([Reflect, Object, Array, getPrototypeOf([].values()), getPrototypeOf(Float32Array.prototype)]);
  const poison = () => {
    for (const place of places) for (const key of ownKeys(place)) {
      const own = getOwnPropertyDescriptor(place, key);
      if (typeof own.value !== "function" || key === "constructor") continue;
      try { place[key] = listening(own.value); if (place[key] === own.value) throw 0; } catch { refused.push(key); }
    }
    for (const name of ["Map", "WeakMap", "Array", "Promise"]) {
      const original = self[name];
      try { self[name] = listening(original); if (self[name] === original) throw 0; self[name] = original; } catch { refused.push(name); }
    }
    for (const name of ["gl", "backend", "texture", "program", "canvas", "context", "then", "pass", "values"]) {
      try { defineProperty(Object.prototype, name, { get() { notice(this); }, configurable: true }) || refused.push(name); } catch { refused.push(name); }
    }
  };`;

const PLACES = `places.reduce((sum, place) => sum + ownKeys(place).filter((key) => key !== "constructor" && typeof getOwnPropertyDescriptor(place, key).value === "function").length, 0) + 13`;

test("9, 17, 18: methods that are replaced, getters on every object", async ({ lab, weak }) => {
  // Where nothing is frozen a kernel kept in a map hands its backend over.
  const control = await runPlain(
    weak,
    `${POISON}
     const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
     const kernels = new Map([["sum", ({ backend }) => backend.gl.isContextLost()]]);
     poison();
     kernels.get("sum")({ backend: { gl } });
     self.postMessage([found > 0, refused.length]);`,
    2_500,
  );
  // Only `Function.prototype[Symbol.hasInstance]` cannot be changed anywhere.
  expect(control.messages).toEqual([[true, 1]]);

  const typescript = await playInPage(
    lab,
    `// @ts-nocheck
import * as jax from "jax";
import * as jnp from "jax/numpy";
${POISON}
const all = ${PLACES};
poison();
const big = jnp.ones([64, 64]).add(1);
print(jnp.dot(big, big).max(), jax.grad((x) => x.mul(x).sum())(big).sum());
print(found, all - refused.length, all > 150);
// What ordinary code does with inherited names still works.
class Own extends Map { get() { return 7; } }
const named = new Error("x");
named.name = "Named";
const shown = {};
shown.toString = () => "shown";
if (new Own().get(1) !== 7 || String(named) !== "Named: x" || \`\${shown}\` !== "shown") throw new Error("broken");`,
  );
  const python = await playInPage(
    lab,
    `
import jax, jax.numpy as jnp
from pyodide.code import run_js
tell = run_js(${JSON.stringify(`(() => { ${POISON}\nconst all = ${PLACES};\npoison(); return () => [found, all - refused.length, all > 150].join(" "); })()`)})
big = jnp.ones((64, 64)) + 1
print(jnp.dot(big, big).max(), jax.grad(lambda x: (x * x).sum())(big).sum())
print(tell())`,
    20_000,
    "python",
  );
  for (const played of [typescript, python]) {
    expect(played).toMatchObject({ error: null });
    expect(played.stdout.replaceAll(/\.0\b/g, "")).toBe("256 16384\n0 0 true");
  }
  await expectNextRunPasses(lab);
});
