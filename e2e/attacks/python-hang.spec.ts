/** Python that hangs, floods or fills up, in Python's own ways and through JavaScript. */
import { expect, expectNextRunPasses, test } from "./support/attack-test";
import { gradeInPage, playInPage } from "./support/lab";
import { ENTRY } from "../support/lesson-page";

test.describe.configure({ timeout: 300_000 });

const DEADLINE_MS = 3_000;

/** A Python statement that runs JavaScript. */
function js(code: string): string {
  return `from pyodide.code import run_js\nrun_js(${JSON.stringify(code)})\n`;
}

// That a plain worker is lost with each of these is shown in hang.spec.ts.
test("1, 2, 3, 11, 12: Python that never ends, or keeps what it takes, is stopped", async ({
  lab,
}) => {
  for (const code of [
    "while True: pass",
    'import re\nre.match(r"(a+)+$", "a" * 60 + "b")',
    js("(async () => { for (;;) await null; })(); 0"),
    js("const kept = []; for (;;) kept.push({ at: kept.length });"),
    "kept = []\ntry:\n    while True: kept.append(bytearray(2**26))\nexcept MemoryError: pass\nwhile True: pass",
  ]) {
    const played = await playInPage(lab, code, DEADLINE_MS, "python");
    expect(played.error, code).toMatch(/^(Timeout|RuntimeEnded|MemoryError): /);
  }
  const next = await playInPage(lab, "print(1 + 1)", 20_000, "python");
  expect(next).toMatchObject({ ok: true, stdout: "2" });
  await expectNextRunPasses(lab);
});

test("6, 7: a million messages, and results of any size", async ({ lab }) => {
  const flood = await playInPage(
    lab,
    js("for (let i = 0; i < 1e6; i += 1) self.postMessage(i); 0"),
    20_000,
    "python",
  );
  expect(flood.error).toMatch(/^TooLarge: Output stopped/);

  const source = `
import jax.numpy as jnp
calls = 0

def ${ENTRY}(seed, x, y, lr):
    global calls
    calls += 1
    if calls == 1:
        return [{"i": i} for i in range(100_000)]
    if calls == 2:
        return "x" * 400_000_000
    if calls == 3:
        return [0.5] * 200_000
    return jnp.zeros((4000, 4000))
`;
  const verdict = await gradeInPage(lab, { source, language: "python", deadlineMs: 20_000 });
  expect(["wrong", "error", "too-large"]).toContain(verdict.status);
  expect(verdict.cases.some(({ ok }) => ok)).toBe(false);
  await expectNextRunPasses(lab);
});

test("8: a hundred thousand lines, a line of 50 MB, objects that fight being printed", async ({
  lab,
}) => {
  const source = `
import sys
for i in range(100_000): print("line", i)
print("x" * (50 * 2**20))
class Hostile:
    def __repr__(self): raise RuntimeError("no")
cyclic = []
cyclic.append(cyclic)
print(cyclic)
try: print(Hostile())
except RuntimeError: print("refused")
sys.stdout.write("y" * (5 * 2**20))
print("\\nstill here")
`;
  const played = await playInPage(lab, source, 30_000, "python");
  expect(played.error).toBeNull();
  const shown = played.stdout.split("\n");
  expect(shown.length).toBeLessThanOrEqual(1_300);
  expect(shown[0]).toBe("line 0");
  expect(played.stderr).toMatch(/… [\d,]+ lines omitted/);
  expect(shown.slice(-1)).toEqual(["still here"]);
  expect(played.stdout).toContain("[[...]]\nrefused");
  expect(played.stdout.length).toBeLessThan(300_000);
});
