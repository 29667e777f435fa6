import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { sameOutput } from "../src/python/testing/same-output";
import { openLab } from "./attacks/support/lab";

type Played = { ok: boolean; stdout: string; stderr: string; error: string | null };

function play(page: Page, source: string, deadlineMs = 20_000): Promise<Played> {
  return page.evaluate(
    async (program) => {
      if (window.__lab === undefined) throw new Error("The page has no automation object.");
      return window.__lab.play(program);
    },
    { source, language: "python" as const, backend: "cpu" as const, deadlineMs },
  );
}

test("Python prints, warns and fails as Python does, and each program ends in one way", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await openLab(page);
  const written = await play(
    page,
    "import warnings\nprint('one')\nwarnings.warn('two')\nprint('three')",
  );
  expect(written).toMatchObject({ ok: true, stdout: "one\nthree", error: null });
  expect(written.stderr).toContain("program.py:3: UserWarning: two");

  const helper = await play(
    page,
    "def f(x):\n    return 1 / x\n\ndef g():\n    return f(0)\n\ng()",
  );
  expect(helper.error).toBe("ZeroDivisionError: division by zero (line 2)");
  expect(helper.stderr.split("\n").filter((line) => line.includes("File"))).toEqual([
    '  File "program.py", line 7, in <module>',
    '  File "program.py", line 5, in g',
    '  File "program.py", line 2, in f',
  ]);
  expect((await play(page, "x = 1\nif x\n    pass")).error).toMatch(/^SyntaxError: .*\(line 2\)$/);
  expect((await play(page, "def f():\n    f()\nf()")).error).toMatch(/^RecursionError: /);
  // Two gigabytes are written before there is no more; a busy machine takes its time for that.
  const filled = await play(page, "x = [bytes(2**28) for _ in range(64)]", 90_000);
  expect(filled.error).toMatch(/^MemoryError: /);
  for (const end of [
    "import os\nos._exit(0)",
    "import js\njs.close()",
    "import posix\nposix._exit(3)",
  ]) {
    expect((await play(page, end)).error).toMatch(/^RuntimeEnded: /);
  }
  expect(await play(page, "print('alive')")).toMatchObject({ ok: true, stdout: "alive" });
});

test("a Python program gets what few use however it spells the names", async ({ page }) => {
  test.setTimeout(180_000);
  await openLab(page);
  const recorded = readFileSync("golden/programs/names_spelled.out", "utf8");
  const spelled = await play(page, readFileSync("golden/programs/names_spelled.py", "utf8"));
  expect(spelled).toMatchObject({ ok: true, error: null });
  expect(sameOutput(`${spelled.stdout}\n`, recorded), spelled.stdout).toBe(true);
});

test("an endless Python loop is stopped, and the spare takes over", async ({ page }) => {
  test.setTimeout(180_000);
  await openLab(page);
  const endless = await play(page, "print('round')\nwhile True: pass", 4_000);
  expect(endless).toMatchObject({ ok: false, stdout: "round" });
  expect(endless.error).toMatch(/^Timeout: /);
  expect(await play(page, "print('next')")).toMatchObject({ ok: true, stdout: "next" });
});

/** Prints whether the packages were imported before any program: only a snapshot has done that. */
const IMPORTED_BEFORE = "import sys\nprint('optax' in sys.modules)";

test("Python starts from its snapshot", async ({ page }) => {
  test.setTimeout(180_000);
  await openLab(page);
  // On a machine that is busy the first start may do without.
  await expect
    .poll(() => play(page, IMPORTED_BEFORE), { timeout: 120_000 })
    .toMatchObject({ ok: true, stdout: "True" });
});

test("Python does not wait for a snapshot that is slow, and uses it once it is there", async ({
  page,
}) => {
  test.setTimeout(180_000);
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/python-snapshot/, async (route) => {
    await arrived;
    await route.continue();
  });
  await openLab(page);
  expect(await play(page, IMPORTED_BEFORE)).toMatchObject({ ok: true, stdout: "False" });
  arrive();
  await expect
    .poll(() => play(page, IMPORTED_BEFORE), { timeout: 120_000 })
    .toMatchObject({ ok: true, stdout: "True" });
});

test("Python starts without a snapshot that is not the one it was built with", async ({ page }) => {
  test.setTimeout(180_000);
  await page.route(/python-snapshot/, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length >> 1] ^= 1;
    await route.fulfill({ response, body });
  });
  await openLab(page);
  expect(await play(page, IMPORTED_BEFORE)).toMatchObject({ ok: true, stdout: "False" });
});

test("a file of Python's that is missing is named, and TypeScript still runs", async ({ page }) => {
  test.setTimeout(180_000);
  await page.route(/python-library/, (route) => route.fulfill({ status: 404, body: "gone" }));
  await openLab(page);
  expect((await play(page, "print(1)")).error).toMatch(
    /^Unavailable: .*python-library.*status 404/,
  );
  const typescript = await page.evaluate(() =>
    window.__lab?.play({ source: "print(1 + 1);", language: "typescript", backend: "cpu" }),
  );
  expect(typescript).toMatchObject({ ok: true, stdout: "2" });
});
