/** The main path of a learner, step by step, in one engine and language. */
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { runnerImport } from "vite";
import { firstLesson } from "../lib/first-lesson.mjs";

const SLUG = firstLesson();
const LESSON = new URL(`../../src/lessons/${SLUG}/`, import.meta.url);
/** A machine without a graphics card starts Python slowly. */
const PATIENCE_MS = 120_000;
/** From the press on Stop to the word that the program has ended. */
const STOPS_WITHIN_MS = 1000;

const ENDLESS = { python: "while True:\n    pass\n", typescript: "for (;;) {}\n" };
const PLOT = {
  python: 'import jax.numpy as jnp\nprint(jnp.arange(3) * 2)\nplot([3.0, 2.0, 1.0], "loss")\n',
  typescript:
    'import * as jnp from "jax/numpy";\nconsole.log(String(jnp.arange(3).mul(2)));\nplot([3, 2, 1], "loss");\n',
};
const PRINTED = { python: "[0 2 4]", typescript: "[0. 2. 4.]" };

/**
 * @param {import("./engine.d.mts").Engine} engine
 * @param {string} url of the site
 * @param {"python" | "typescript"} language
 * @returns {Promise<import("./engine.d.mts").WalkStep[]>}
 */
export async function walk(engine, url, language) {
  const { module } = await runnerImport("./src/state/share-codec.ts", { logLevel: "error" });
  const ending = language === "python" ? "py" : "ts";
  const text = (name) => readFileSync(new URL(`${name}.${ending}`, LESSON), "utf8");
  const steps = [];
  const step = async (name, act) => {
    const begin = performance.now();
    let ok = true;
    let note = "";
    try {
      note = (await act()) ?? "";
    } catch (error) {
      ok = false;
      note = String(error.message || error.name || error).split("\n")[0];
    }
    steps.push({ name, ok, note });
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`  ${ok ? "✓" : "✗"} ${language}: ${name} (${seconds} s) ${note}`);
  };
  const page = pageOf(engine);
  /** As a link that somebody passed on: it opens beside the draft and is taken by its button. */
  const take = async (desk, source) => {
    const packed = await module.packProgram({ desk, language, source });
    await engine.ask("location.hash = input", `#/share/${packed.text}`);
    await page.until("return document.querySelector('dialog button[type=submit]') !== null");
    await engine.press("dialog button[type=submit]");
    await page.until("return document.querySelector('dialog') === null");
  };
  const headline = (words) =>
    page.until(
      "return new RegExp(input).test(document.querySelector('.results .headline[data-tone]')?.textContent ?? '')",
      words,
    );

  await engine.open(url);
  await engine.ask("localStorage.clear(); localStorage.setItem('language', input)", language);
  await engine.open(`${url}?engine=${language}`);
  await step("read", () =>
    page.until("return document.querySelectorAll('.pane-read h2').length >= 6"),
  );
  await step("the editor takes keys", async () => {
    await page.until("return document.querySelector('[data-editor]') !== null");
    await engine.press(".source-area .monaco-editor, .source-area .cm-editor");
    await engine.type("x");
    await page.until(
      "return /saved/i.test(document.querySelector('.save-status')?.textContent ?? '')",
    );
  });
  await step("the runtime is there", async () => {
    await page.until(
      "return /float32/.test(document.querySelector('.runtime-note')?.textContent ?? '')",
    );
    const status = await page.read(".runtime-note");
    return status.split(" · ")[0];
  });
  await step("a wrong answer is told", async () => {
    await take(SLUG, text("start"));
    await engine.press(".attempt-bar .button-primary");
    await headline("^(?!.*Passed).+");
  });
  await step("a right answer passes", async () => {
    await take(SLUG, text("solution"));
    await engine.press(".attempt-bar .button-primary");
    await headline("Passed");
  });
  await step("it is kept over a reload", async () => {
    await page.until(
      "return /saved/i.test(document.querySelector('.save-status')?.textContent ?? '')",
    );
    await engine.open(url);
    await page.until("return document.querySelector('[data-editor]') !== null");
    await page.until('return /"passed":true/.test(localStorage.progress)');
    // Words of the solution; an editor may write its spaces as it likes.
    await page.until(
      "return /One\\sSGD\\sstep/.test(document.querySelector('.source-area')?.textContent ?? '')",
    );
  });
  await step("a snippet runs", async () => {
    await engine.press(".pane-read .card button[data-run], .pane-read .run-bar button");
    await page.until(
      "return document.querySelector('.pane-read .program-output, .pane-read .output') !== null",
    );
  });
  await step("Stop ends an endless loop", async () => {
    await take("playground", ENDLESS[language]);
    await engine.press(".attempt-bar .button-primary");
    await page.until(
      "return /running/.test(document.querySelector('.attempt-bar')?.textContent ?? '')",
    );
    await wait(500);
    const begin = performance.now();
    await engine.press(".attempt-bar button:not(.button-primary):not(.device-button)");
    await page.until(
      "return /[Ss]topped/.test(document.querySelector('.pane-results')?.textContent ?? '')",
    );
    const took = performance.now() - begin;
    if (took > STOPS_WITHIN_MS) throw new Error(`it took ${Math.round(took)} ms`);
  });
  await step("the playground prints and plots", async () => {
    await take("playground", PLOT[language]);
    await engine.press(".attempt-bar .button-primary");
    await page.until(
      "return document.querySelector('.pane-results')?.textContent.includes(input) && document.querySelector('.pane-results .recharts-line path') !== null",
      PRINTED[language],
    );
  });
  await step("no error in the console", async () => {
    const errors = await engine.errors();
    if (errors.length > 0) throw new Error([...new Set(errors)].join("; ").slice(0, 200));
  });
  return steps;
}

function pageOf(engine) {
  return {
    read: (selector) =>
      engine.ask("return document.querySelector(input)?.textContent ?? ''", selector),
    async until(body, input) {
      const end = performance.now() + PATIENCE_MS;
      while (!(await engine.ask(body, input))) {
        if (performance.now() > end) throw new Error(`it did not come: ${body.slice(7, 120)}`);
        await wait(50);
      }
    },
  };
}
