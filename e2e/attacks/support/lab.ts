import { readFileSync } from "node:fs";
import { firstLesson } from "../../../scripts/lib/first-lesson.mjs";
import type { Page } from "@playwright/test";
import { ENTRY } from "../../support/lesson-page";
import type { Verdict } from "../../../src/protocol/verdict";

const LESSON = `src/lessons/${firstLesson()}`;
export const SOLUTION = readFileSync(`${LESSON}/solution.ts`, "utf8");

const PYTHON_SOLUTION = readFileSync(`${LESSON}/solution.py`, "utf8");

export type GradeOptions = {
  source: string;
  language?: "typescript" | "python";
  deadlineMs?: number;
  backend?: "webgl" | "cpu";
};
export type Played = { ok: boolean; stdout: string; stderr: string; error: string | null };

/** Opens the built page and waits until its automation object is there. */
export async function openLab(page: Page): Promise<void> {
  await page.goto("./");
  await page.waitForFunction(() => window.__lab !== undefined, undefined, { timeout: 60_000 });
  await page.evaluate(() => window.__lab?.ready);
}

/** Grades a program through the page's own runner and grader. */
export function gradeInPage(page: Page, options: GradeOptions | string): Promise<Verdict> {
  const attempt = typeof options === "string" ? { source: options } : options;
  return page.evaluate(async (given) => {
    if (window.__lab === undefined) throw new Error("The page has no automation object.");
    return window.__lab.grade({ language: "typescript", ...given });
  }, attempt);
}

/** Runs a program in the page's runtime for what it prints. */
export function playInPage(
  page: Page,
  source: string,
  deadlineMs = 20_000,
  language: "typescript" | "python" = "typescript",
): Promise<Played> {
  return page.evaluate(
    async (program) => {
      if (window.__lab === undefined) throw new Error("The page has no automation object.");
      return window.__lab.play(program);
    },
    { source, language, deadlineMs },
  );
}

/** JavaScript inside a Python program: each piece is started, then Python blocks while they would go on. */
export function throughPython(pieces: readonly string[]): string {
  const starts = pieces.map((code) => {
    const text = JSON.stringify(`(async () => { ${code} })().catch(() => {})`);
    return `try:\n    run_js(${text})\nexcept Exception as error:\n    failed.append(error)`;
  });
  return `import time\nfrom pyodide.code import run_js\nfailed = []\n${starts.join("\n")}\ntime.sleep(0.5)\n`;
}

/** A program whose entry function has this body; its parameters are seed, x, y and lr. */
export function entryProgram(body: string, before = ""): string {
  return [
    `import * as jax from "jax";`,
    `import * as jnp from "jax/numpy";`,
    before,
    `export function ${ENTRY}(seed: any, x: any, y: any, lr: any): any {`,
    body,
    `}`,
    `print(typeof jax, typeof jnp);`,
  ].join("\n");
}

/** A right solution under another name, for attacks that bend right numbers. */
export function solutionAs(name: string): string {
  return SOLUTION.replaceAll(`export function ${ENTRY}`, `function ${name}`);
}

/** The same in Python. */
export function pythonSolutionAs(name: string): string {
  return PYTHON_SOLUTION.replaceAll(`def ${ENTRY}`, `def ${name}`);
}
