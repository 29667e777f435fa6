/** The built site on servers that treat it as public hosts do: packed or not, with wrong types, below a path. */
import { execFile } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test, type Page } from "@playwright/test";
import { serveLike, type HostName } from "../scripts/lib/serve-like.mjs";
import { programText } from "./support/lesson-page";

const PACKED = ".cache/site-packed";

type Host = { name: HostName; dir: string; base: string };
const HOSTS: Host[] = [
  { name: "github-pages", dir: PACKED, base: "/lesson/" },
  { name: "cloudflare-pages", dir: "dist", base: "/" },
  { name: "plain", dir: "dist", base: "/some/where/" },
];

test.beforeAll(async () => {
  test.setTimeout(900_000);
  const build = ["scripts/build.mjs", "--base", "/lesson/", "--packed", "--out-dir", PACKED];
  await promisify(execFile)(process.execPath, build);
});

async function grade(page: Page, ending: "py" | "ts"): Promise<string | undefined> {
  const source = programText(`solution.${ending}`);
  const language = ending === "py" ? ("python" as const) : ("typescript" as const);
  return page.evaluate(async (attempt) => (await window.__lab?.grade(attempt))?.status, {
    source,
    language,
    backend: "cpu" as const,
    deadlineMs: 60_000,
  });
}

for (const { name, dir, base } of HOSTS)
  test(`on a host like ${name} the lesson is read and passed in both languages`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const host = await serveLike(name, { dir, base });
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    try {
      await page.goto(base === "/" ? host.url : host.url.slice(0, -1));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator("[data-editor]")).toBeAttached();
      await expect(page.locator("html")).toHaveAttribute("data-look", "whole");
      for (const ending of ["ts", "py"] as const) expect(await grade(page, ending)).toBe("pass");
      // Only the snapshot has imported before the program does; the first start may have done without.
      const early = {
        source: "import sys\nprint('optax' in sys.modules)",
        language: "python" as const,
      };
      await expect
        .poll(
          () =>
            page.evaluate(
              async (program) =>
                (await window.__lab?.play({ ...program, backend: "cpu", deadlineMs: 60_000 }))
                  ?.stdout,
              early,
            ),
          { timeout: 120_000 },
        )
        .toBe("True");
      expect(complaints).toEqual([]);
    } finally {
      await host.close();
    }
  });

test("no file is larger than hosts take, and Python's files are small where nothing packs them", () => {
  const sizes = (dir: string) =>
    readdirSync(dir, { recursive: true, encoding: "utf8" }).map((file) => ({
      file,
      size: statSync(path.join(dir, file)).size,
    }));
  for (const dir of ["dist", PACKED])
    for (const { file, size } of sizes(dir)) expect(size, file).toBeLessThan(20_000_001);
  const python = sizes(PACKED).filter(({ file }) => /python-|pyodide.*wasm/.test(file));
  const total = python.reduce((sum, { size }) => sum + size, 0);
  expect(total).toBeGreaterThan(5_000_000);
  expect(total).toBeLessThan(20_000_000);
});
