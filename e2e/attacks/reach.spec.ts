/** What a program in either language can reach: no right answer, no raw WebGL, no way to start more threads. */
import { ENTRY } from "../support/lesson-page";
import { expect, expectNextRunPasses, test } from "./support/attack-test";
import { gradeInPage, playInPage, pythonSolutionAs, solutionAs } from "./support/lab";
import { REACH } from "./support/reach";
import { runPlain } from "./support/weak-runs";

/** How many cases look around; the others only answer. */
const CASES = 1;

/** Asked while a product of large matrices runs on the device, whose context is then in use. */
const LOOK = {
  typescript: `// @ts-nocheck
import * as jax from "jax";
import * as jnp from "jax/numpy";
${solutionAs("right").replaceAll(/^import .* from "jax(\/numpy)?";$/gm, "")}
const { reach, onTheStack, callers, watch } = ${REACH};
let calls = 0;
function look(stack, seed, x, y, lr) {
  if ((calls += 1) > ${CASES}) return [0, 0];
  const big = jnp.ones([40, 300]);
  const met = watch(() => jnp.dot(big, big.T).tolist());
  const found = reach([globalThis, jax, jnp, x, y, ...stack, ...met, ...onTheStack()]);
  print("objects", found.size);
  const [before, after] = right(seed, x, y, lr).tolist();
  return [Number(found.holds(before, after)), found.contexts];
}
export const ${ENTRY} = new Function("callers", "look",
  "return function entry(...args) { return look(callers(), ...args); }")(callers, look);`,
  python: `
from pyodide.code import run_js
from jax._src.binding import facade
import jax.numpy as jnp
import pyodide_js
${pythonSolutionAs("right")}
walk = run_js(${JSON.stringify(`(() => { const { reach, onTheStack, callers, watch } = ${REACH};
  return (pyodide, facade, work) => {
    const met = [...callers(), ...watch(work)];
    const own = (value) => value instanceof pyodide.ffi.PyProxy;
    return reach([globalThis, pyodide, facade, ...met, ...onTheStack()], own);
  }; })()`)})
calls = 0

def ${ENTRY}(seed, x, y, lr):
    global calls
    calls += 1
    if calls > ${CASES}:
        return [0, 0]
    big = jnp.ones((40, 300))
    found = walk(pyodide_js, facade, lambda: jnp.dot(big, big.T).tolist())
    print("objects", found.size)
    before, after = right(seed, x, y, lr)
    return [float(found.holds(float(before), float(after))), float(found.contexts)]
`,
};

test("9, 20, 21: no expected number and no raw WebGL is in reach", async ({ lab, weak }) => {
  const control = await runPlain(
    weak,
    `self.kept = { expected: [0.12345678, 0.07654321] };
     const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
     const { reach, callers, watch } = ${REACH};
     const { holds } = reach([globalThis]);
     self.postMessage([holds(0.1234568, 0.0765432), holds(0.1234568, 0.5)]);
     const hidden = () => (function () { const right = [0.31415926, 0.27182818]; return callers(); })();
     self.postMessage(reach(hidden()).holds(0.3141593, 0.2718282));
     const kernel = function (backend) { return [1].map((one) => one); };
     self.postMessage(reach(watch(() => kernel({ gl }))).contexts > 0);
     self.gl = gl;
     self.postMessage(reach([globalThis]).contexts > 0);`,
    2_500,
  );
  expect(control.messages).toEqual([[true, false], true, true, true]);

  for (const language of ["typescript", "python"] as const) {
    const verdict = await gradeInPage(lab, {
      source: LOOK[language],
      language,
      backend: "webgl",
      deadlineMs: 30_000,
    });
    expect(verdict.error).toBeNull();
    const looked = verdict.cases.slice(0, CASES).map(({ got }) => got);
    expect(looked, language).toEqual(looked.map(() => [0, 0]));
    const sizes = verdict.console.map(({ text }) => Number(text.replace("objects ", "")));
    expect(Math.min(...sizes.slice(0, CASES))).toBeGreaterThan(1_000);
  }
});

/** Prints what it could do: each of these must fail, and what it leaves behind must end with the run. */
const GREEDY = `
  const tries = {
    "4: a synchronous request": () => { const x = new XMLHttpRequest(); x.open("GET", self.address, false); x.send(); },
    "5: a worker": () => new Worker(URL.createObjectURL(new Blob(["for (;;);"]))),
    "14: a canvas": () => new OffscreenCanvas(1, 1).getContext("webgl2"),
  };
  const done = [];
  for (const [name, way] of Object.entries(tries)) {
    for (let i = 0; i < 50; i += 1) { try { way(); done.push(name); } catch {} }
  }
  for (let i = 0; i < 1000; i += 1) setInterval(() => console.log("late"), 1);`;

test("4, 5, 10, 13, 14: requests that hang, workers, timers, arrays and canvases without end", async ({
  lab,
  weak,
  sink,
}) => {
  // A few of each, in a plain worker: they are there, and the first of many contexts is taken away.
  const control = await runPlain(
    weak,
    `self.address = "${sink.url}/hang";
     ${GREEDY.replace("i < 50", "i < 3").replace("i < 1000", "i < 1").replace("for (;;);", "0")}
     const first = new OffscreenCanvas(1, 1).getContext("webgl2");
     const more = Array.from({ length: 40 }, () => new OffscreenCanvas(1, 1).getContext("webgl2"));
     await new Promise((resolve) => setTimeout(resolve, 100));
     self.postMessage([done.length, first.isContextLost(), more.length]);`,
    3_000,
  );
  expect(control.messages).toEqual([[9, true, 40]]);

  sink.clear();
  const typescript = await playInPage(
    lab,
    `// @ts-nocheck
import * as jnp from "jax/numpy";
self.address = "${sink.url}/hang";
${GREEDY}
print("done:", done.join());
const kept = [];
try { for (let i = 0; i < 80; i += 1) kept.push(jnp.ones([1024, 1024]).add(i)); print("kept all"); }
catch (error) { kept.length = 0; print("stopped"); }
print(jnp.ones([3]).sum());`,
    20_000,
  );
  const python = await playInPage(
    lab,
    `
import js, jax.numpy as jnp
from pyodide.code import run_js
js.address = "${sink.url}/hang"
print("done:", run_js(${JSON.stringify(`(() => { ${GREEDY} return done.join(); })()`)}))
for name in ("Worker", "OffscreenCanvas", "XMLHttpRequest"):
    try:
        getattr(js, name).new()
        print("done", name)
    except AttributeError:
        pass
kept = []
try:
    for i in range(80):
        kept.append(jnp.ones((1024, 1024)) + i)
    print("kept all")
except MemoryError:
    kept.clear()
    print("stopped")
print(jnp.ones(3).sum())
`,
    20_000,
    "python",
  );
  // Whether all arrays fit is the machine's affair; the next run starts without them.
  expect(python.error).toBeNull();
  for (const { stdout } of [typescript, python]) {
    expect(stdout.replaceAll("late", "").trim()).toMatch(/^done: \n(kept all|stopped)\n3(\.0)?$/);
  }
  const next = await playInPage(
    lab,
    `import time\ntime.sleep(0.3)\nprint("next")`,
    20_000,
    "python",
  );
  expect(next).toMatchObject({ stdout: "next", error: null });
  expect(sink.hits()).toEqual([]);
  await expectNextRunPasses(lab);
});
