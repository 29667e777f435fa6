/** Programs that hang, flood or fill up: the page lives, the run ends once, the next one passes. */
import { expect, expectNextRunPasses, test } from "./support/attack-test";
import { entryProgram, gradeInPage, playInPage } from "./support/lab";
import { ENTRY } from "../support/lesson-page";
import { runPlain } from "./support/weak-runs";

const DEADLINE_MS = 1_500;

const LOOPS = [
  { id: "1a", name: "an endless loop while the program loads", at: "load", code: "while (1);" },
  { id: "1b", name: "an endless loop in the function", at: "call", code: "while (1);" },
  {
    id: "2",
    name: "an endless loop of awaits",
    at: "load",
    code: "for (;;) await null;",
  },
  {
    id: "3",
    name: "a regular expression that backtracks for ever",
    at: "call",
    code: `/^(a+)+$/.test("a".repeat(60) + "b");`,
  },
];

for (const { id, name, at, code } of LOOPS) {
  test(`${id}: ${name}`, async ({ lab, weak }) => {
    // Without a deadline and an end from outside the worker is lost for good.
    expect((await runPlain(weak, code)).answered).toBe(false);

    const source = at === "load" ? entryProgram("", code) : entryProgram(code);
    const verdict = await gradeInPage(lab, { source, deadlineMs: DEADLINE_MS });
    expect(verdict.status).toBe("timeout");
    expect(verdict.error?.message).toContain("Stopped after 1.5 s");
    expect(verdict.ms.run).toBeLessThan(DEADLINE_MS + 3_000);
    await expectNextRunPasses(lab);
  });
}

test("an endless loop ends within the stated limit and one second", async ({ lab }, {
  annotations,
}) => {
  const loops = {
    typescript: entryProgram("while (true) {}"),
    python: `def ${ENTRY}(seed, x, y, lr):\n    while True:\n        pass\n`,
  };
  for (const language of ["typescript", "python"] as const) {
    for (const backend of ["webgl", "cpu"] as const) {
      const source = loops[language];
      const options = { source, language, backend, deadlineMs: DEADLINE_MS };
      const { error, ms } = await gradeInPage(lab, options);
      const stated = Number(/^Stopped after ([\d.]+) s/.exec(error?.message ?? "")?.[1]) * 1000;
      annotations.push({
        type: `${language} on ${backend}`,
        description: `${(ms.run / stated).toFixed(2)} of the stated limit`,
      });
      expect(stated).toBe(DEADLINE_MS);
      expect(ms.run - stated, `${language} on ${backend}`).toBeLessThan(1_000);
    }
  }
});

test("6: a million messages", async ({ lab, weak }) => {
  const flood = "for (let i = 0; i < 1e6; i += 1) self.postMessage(i);";
  expect((await runPlain(weak, flood, 3_000)).count).toBeGreaterThan(10_000);

  const verdict = await gradeInPage(lab, entryProgram(flood));
  expect(verdict.status).toBe("too-large");
  await expectNextRunPasses(lab);
});

test("7: results of three million objects and of 400 MB", async ({ lab, weak }) => {
  const objects = "const big = Array.from({ length: 3e6 }, (_, i) => ({ i }));";
  const control = await runPlain(
    weak,
    `${objects.replace("3e6", "3e5")} self.postMessage({ size: big.length, big });
     self.postMessage(new Float32Array(1e8).length);`,
    2_500,
  );
  expect(control.count).toBe(2);

  for (const [body, before] of [
    ["return big;", objects],
    ["return [0.5, 0.25];", `${objects} self.postMessage(big);`],
    ["return big;", "const big = new Float32Array(1e8);"],
    ["return big;", "const big = Array.from({ length: 1e7 }, () => 0.5);"],
    ["return jnp.zeros([1e4, 1e4]);", ""],
  ] as const) {
    const source = entryProgram(body, before);
    const verdict = await gradeInPage(lab, { source, deadlineMs: 8_000 });
    expect(verdict.status, body).not.toBe("pass");
    expect(["wrong", "error", "too-large", "timeout"]).toContain(verdict.status);
  }
  await expectNextRunPasses(lab);
});

test("8: a million lines, a line of 50 MB, objects that fight being printed", async ({
  lab,
  weak,
}) => {
  const naiveConsole = "const print = (text) => self.postMessage(text);";
  const flood = `for (let i = 0; i < 1e5; i += 1) print("line " + i);`;
  expect((await runPlain(weak, naiveConsole + flood, 2_500)).count).toBeGreaterThan(10_000);

  const lines = await playInPage(lab, `for (let i = 0; i < 1e6; i += 1) print("line", i);`);
  expect(lines.error).toBeNull();
  const shown = lines.stdout.split("\n");
  expect(shown.length).toBeLessThanOrEqual(1_300);
  expect(shown[0]).toBe("line 0");
  expect(shown.at(-1)).toBe("line 999999");
  expect(lines.stdout).toMatch(/… [\d,]+ lines omitted/);

  const long = await playInPage(lab, `print("x".repeat(50 * 2 ** 20)); print("after");`);
  expect(long.ok).toBe(true);
  expect(long.stdout.length).toBeLessThan(3_000);
  expect(long.stdout).toContain("after");

  const hostile = await playInPage(
    lab,
    `const cyclic: any = {}; cyclic.self = cyclic; print(cyclic);
     print({ toString() { throw new Error("no"); }, get a() { throw new Error("no"); } });
     print(new Proxy({}, { ownKeys() { throw new Error("no"); }, get() { throw new Error("no"); } }));
     print(Symbol("s"), null, undefined, () => 1, 10n);
     print("still here");`,
  );
  expect(hostile.error).toBeNull();
  expect(hostile.stdout).toContain("still here");
});

test("11: objects that are kept for ever", async ({ lab, weak }) => {
  const hoard = "const kept = []; for (;;) kept.push({ at: kept.length });";
  expect((await runPlain(weak, hoard)).answered).toBe(false);

  const verdict = await gradeInPage(lab, {
    source: entryProgram("", hoard),
    deadlineMs: DEADLINE_MS,
  });
  expect(["timeout", "died", "error"]).toContain(verdict.status);
  await expectNextRunPasses(lab);
});

test("12: buffers that are kept for ever", async ({ lab, weak }) => {
  const hoard = `const kept = []; for (let i = 0; i < 8; i += 1) {
    const more = new Uint8Array(256 * 2 ** 20); more.fill(1); kept.push(more); }`;
  // Nothing in a plain worker refuses: 2 GB stay with a program that is over.
  const control = await runPlain(
    weak,
    `${hoard.replace("i < 8", "i < 2")} self.kept = kept; self.postMessage(kept.length * 256);`,
    2_500,
  );
  expect(control).toMatchObject({ answered: true, messages: [512] });

  const verdict = await gradeInPage(lab, {
    source: entryProgram(`${hoard} (globalThis as any).kept = kept; for (;;);`),
    deadlineMs: 6_000,
  });
  expect(["timeout", "died", "error"]).toContain(verdict.status);
  await expectNextRunPasses(lab);
});

test("12: arrays of the facade that are kept for ever", async ({ lab }) => {
  const arrays = await playInPage(
    lab,
    `import * as jnp from "jax/numpy"; const base = jnp.arange(2 ** 20);
     const kept: unknown[] = []; for (;;) kept.push(base.add(kept.length));`,
    60_000,
  );
  expect(arrays.error).toMatch(/^ArrayTooLargeError: .* elements at a time; at most 16,777,216 /);
  await expectNextRunPasses(lab);
});
