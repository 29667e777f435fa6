/** Programs that try to be called right without being right. */
import type { Page } from "@playwright/test";
import { expect, expectNextRunPasses, test } from "./support/attack-test";
import { GRAB, SLEEP_MS, STOPPED_CLOCKS } from "./support/forgeries";
import { entryProgram, gradeInPage, solutionAs, SOLUTION } from "./support/lab";
import { ENTRY } from "../support/lesson-page";
import { gradeNaively, runPlain } from "./support/weak-runs";

const WRONG = "return [0, 0];";

/** `weak` forges the naive grader's verdict; the `real` programs must not pass the page's. */
type Forgery = { title: string; weak: string; real: string[] };

const FORGERIES: Forgery[] = [
  {
    title: "15: posting verdicts for fifty ids",
    weak: `self.postMessage({ pass: true }); export const f = () => [0, 0];`,
    real: [
      entryProgram(
        WRONG,
        `const buffer = new Float32Array([1, 2]).buffer;
         for (let id = 0; id < 50; id += 1) {
           self.postMessage({ id, pass: true, status: "pass" });
           self.postMessage({ id, kind: "end", status: "done", error: null, calls: [] });
           self.postMessage({ kind: "case", index: id, shape: [2], values: buffer, problem: null, error: null });
         }`,
      ),
    ],
  },
  {
    title: "16: patching postMessage",
    weak: `const send = self.postMessage;
      self.postMessage = (m) => send.call(self, typeof m === "string" ? m : { ...m, pass: true });
      export const f = () => [0, 0];`,
    real: [
      entryProgram(
        WRONG,
        `const say = (original: any) => function (this: any, m: any, ...rest: any[]) {
           if (m && m.kind === "case") m.values = new Float32Array([9, 9]).buffer;
           if (m && typeof m === "object") m.pass = true;
           return original.call(this, m, ...rest);
         };
         MessagePort.prototype.postMessage = say(MessagePort.prototype.postMessage);
         self.postMessage = say(self.postMessage);
         const ports: any[] = [];
         const getter = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data")!.get!;
         Object.defineProperty(MessageEvent.prototype, "data", { get() {
           ports.push((this as any).currentTarget);
           return getter.call(this);
         } });`,
      ),
    ],
  },
  {
    title: "17: patching Math.abs, every, typed arrays and iterators",
    weak: `Math.abs = () => 0; Array.prototype.every = () => true; export const f = () => [0, 0];`,
    real: [
      entryProgram(
        WRONG,
        `Math.abs = () => 0; Math.max = () => 0; Number.isFinite = () => true;
         Array.prototype.every = () => true; Array.prototype.some = () => false;
         Float32Array.prototype.every = () => true;
         Float32Array.prototype[Symbol.iterator] = function* () { yield 0.5; yield 0.4; } as any;
         Array.prototype[Symbol.iterator] = function* () { yield 0.5; yield 0.4; } as any;`,
      ),
    ],
  },
  {
    title: "18: Object.prototype with pass, toJSON and then",
    weak: `Object.prototype.toJSON = () => ({ pass: true }); export const f = () => [0, 0];`,
    real: [
      entryProgram(
        WRONG,
        `Object.defineProperty(Object.prototype, "pass", { get: () => true });
         (Object.prototype as any).toJSON = () => ({ pass: true, status: "pass" });
         (Object.prototype as any).status = "pass"; (Object.prototype as any).ok = true;`,
      ),
      entryProgram(
        WRONG,
        `(Object.prototype as any).then = function (go: any) { go({ pass: true }); };`,
      ),
    ],
  },
  {
    title: "19: patching the library's arrays",
    weak: `self.lib.Tensor.prototype.data = () => [0, 0]; export const f = () => [0, 0];`,
    real: [
      entryProgram(
        "return jnp.array([0, 0]);",
        `for (let owner = Object.getPrototypeOf(jnp.array([1, 2])); owner && owner !== Object.prototype;
              owner = Object.getPrototypeOf(owner)) {
           for (const name of Object.getOwnPropertyNames(owner)) {
             try { Object.defineProperty(owner, name, { value: () => [0, 0] }); } catch {}
           }
         }
         for (const name of ["WebGL2RenderingContext", "WebGLRenderingContext"]) {
           const gl = (globalThis as any)[name];
           if (gl) gl.prototype.getBufferSubData = () => {};
         }`,
      ),
    ],
  },
  {
    title: "22: NaN, infinities, nothing, minus zero, and right numbers in a wrong shape",
    weak: `export const f = () => [NaN, NaN];`,
    real: [
      "return [NaN, NaN];",
      "return jnp.array([NaN, NaN]);",
      "return [Infinity, -Infinity];",
      "return [];",
      "return jnp.zeros([0]);",
      "return [-0, -0];",
      "return null;",
      `return ["0.5", "0.4"];`,
      "return [[0.5, 0.4]];",
    ]
      .map((body) => entryProgram(body))
      .concat(
        ["[2, 1]", "[1, 2]"].map(
          (shape) =>
            `${solutionAs("right")}
             export function ${ENTRY}(seed: number, x: any, y: any, lr: number) {
               return right(seed, x, y, lr).reshape(${shape});
             }`,
        ),
      ),
  },
  {
    title: "23: an array-like that changes with each reading",
    weak: `export const f = () => new Proxy([0, 0], { get: (t, k) => k === "some" ? () => false : t[k] });`,
    real: [
      entryProgram(
        `let reads = 0;
         return new Proxy([0, 0], { get: (target: any, key) => {
           if (key === "some" || key === "every") return () => key === "every";
           if (key === "length") return 2;
           return typeof key === "string" && /^[01]$/.test(key) ? (reads += 0.1) : target[key];
         } });`,
      ),
      entryProgram(
        `return { length: 2, shape: [2], ndim: 1, get 0() { return Math.random(); }, get 1() { return 0; } };`,
      ),
    ],
  },
  {
    title: "24: changing or keeping the inputs, answering with the last case's answer",
    weak: `const seen = [2, 4]; export const f = (input) => { const now = [...seen];
      seen[0] = 6; seen[1] = 8; input.fill(0); return now; };`,
    real: [
      `${solutionAs("right")}
       let last: any = [0, 0];
       export function ${ENTRY}(seed: number, x: any, y: any, lr: number) {
         const answer = last; last = right(seed, x, y, lr); return answer;
       }`,
      `${solutionAs("right")}
       let first: any = null;
       export function ${ENTRY}(seed: number, x: any, y: any, lr: number) {
         first ??= [seed, x, y, lr]; return (right as any)(...first);
       }`,
    ],
  },
];

for (const { title, weak: weakProgram, real } of FORGERIES) {
  test(title, async ({ lab, weak }) => {
    expect(await gradeNaively(weak, weakProgram)).toBe(true);
    expect(await gradeNaively(weak, "export const f = () => [0, 0];")).toBe(false);

    for (const source of real) {
      const verdict = await gradeInPage(lab, { source, deadlineMs: 8_000 });
      expect(verdict.status, source).not.toBe("pass");
    }
  });
}

type VisibleCase = { inputs: { name: string; data: number[] }[]; expected: number[] };

async function visibleCases(lab: Page): Promise<VisibleCase[]> {
  const { cases } = await gradeInPage(lab, SOLUTION);
  return cases.filter(({ visible }) => visible);
}

test("25: the answers of the visible cases, written out", async ({ lab, weak }) => {
  expect(await gradeNaively(weak, `export const f = ([a]) => a === 1 ? [2, 4] : [6, 8];`)).toBe(
    true,
  );

  const visible = await visibleCases(lab);
  expect(visible.length).toBeGreaterThanOrEqual(3);
  const table = visible.map(({ inputs, expected }) => {
    const seed = inputs.find(({ name }) => name === "seed")?.data[0];
    return `[${seed}, ${JSON.stringify(expected)}]`;
  });
  const verdict = await gradeInPage(
    lab,
    entryProgram(
      "return table.get(seed) ?? [0.5, 0.4];",
      `const table = new Map<any, any>([${table.join(", ")}]);`,
    ),
  );
  // The table itself is right, so it is the fresh cases that find it out.
  const shown = verdict.cases.filter((one) => one.visible);
  expect(shown.every(({ ok }) => ok)).toBe(true);
  expect(verdict.status).toBe("wrong");
});

test("27: answering twice, late, or after the end", async ({ lab, weak }) => {
  const late = `export const f = () => { setTimeout(() => self.postMessage({ pass: true }), 50); return [0, 0]; };`;
  expect(await gradeNaively(weak, late)).toBe(true);

  const twice = entryProgram(
    `const send = () => { self.postMessage({ kind: "end", status: "done", error: null, calls: [], pass: true }); };
     for (const ms of [0, 1, 5, 50, 500]) setTimeout(send, ms);
     setInterval(send, 10);
     return new Promise((resolve) => { resolve([0, 0]); resolve([0.5, 0.4]); });`,
  );
  const verdict = await gradeInPage(lab, twice);
  expect(verdict.status).toBe("wrong");

  const afterTheEnd = await gradeInPage(lab, {
    source: entryProgram(
      `return new Promise((resolve) => setTimeout(() => resolve([0.5, 0.4]), 1_600));`,
    ),
    deadlineMs: 1_500,
  });
  expect(afterTheEnd.status).toBe("timeout");
  await expectNextRunPasses(lab);
});

test("26: grabbing the page's messages", async ({ lab, weak }) => {
  // A worker that keeps its listeners hears the next message, and answers it.
  const control = await runPlain(weak, GRAB, 1_000);
  expect(control.messages).toContainEqual(expect.objectContaining({ pass: true }));

  const grab = GRAB.replace("(event)", "(event: any)").replaceAll(
    "self.heard",
    "(self as any).heard",
  );
  const verdict = await gradeInPage(
    lab,
    entryProgram(`print((self as any).heard); ${WRONG}`, grab),
  );
  expect(verdict.status).toBe("wrong");
  expect(verdict.cases.every(({ ok }) => !ok)).toBe(true);
  const heard = verdict.console.map(({ text }) => text).filter((text) => /^\d+$/.test(text));
  expect([...new Set(heard)]).toEqual(["0"]);
  await expectNextRunPasses(lab);
});

test("28, 29: stopped clocks, and printed words of success", async ({ lab, weak }) => {
  const sleep = `await new Promise((resolve) => setTimeout(resolve, ${SLEEP_MS}));`;
  // A worker that takes its own time believes its own clock.
  const control = await runPlain(
    weak,
    `${STOPPED_CLOCKS} const start = performance.now(); ${sleep}
     self.postMessage(performance.now() - start);`,
    SLEEP_MS + 500,
  );
  expect(control.messages).toEqual([0]);

  const words = "<b>All tests passed</b>";
  const verdict = await gradeInPage(
    lab,
    entryProgram(WRONG, `${STOPPED_CLOCKS} print("${words}"); ${sleep}`),
  );
  expect(verdict.status).toBe("wrong");
  expect(verdict.console[0]).toEqual({ level: "log", text: words });
  expect(verdict.ms.run).toBeGreaterThan(SLEEP_MS * 0.95);
});
