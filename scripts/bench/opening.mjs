/** Uses a page while it opens as an impatient person would: types and presses Run as soon as it can. */

/**
 * @typedef {object} Hands what drives the page: Playwright, or the raw protocol
 * @property {() => Promise<any>} look the probe's view of the page
 * @property {(at: { x: number, y: number }) => Promise<unknown>} click
 * @property {(character: string) => Promise<unknown>} type
 */
import { setTimeout as pause } from "node:timers/promises";
import { MARKS } from "./probe.mjs";

const LOOK_EVERY_MS = 40;
const GIVE_UP_MS = 120_000;
/** Whoever sees nothing of what they type clicks again. */
const LOOKS_PER_CLICK = 50;

/**
 * Types into whichever editor is there until a typed character shows up in Monaco.
 * @param {Hands} hands
 * @returns {Promise<{ moments: import("./probe.mjs").Moments, timeOrigin: number }>}
 */
export function typeEarly(hands) {
  let focused = null;
  let looks = 0;
  return watch(hands, "monacoKeys", async ({ moments, plain, monaco }) => {
    const editor = monaco ? "monaco" : plain ? "plain" : null;
    if (editor === null || (editor === "plain" && moments.plainKeys !== undefined)) return;
    if (focused !== editor || ++looks % LOOKS_PER_CLICK === 0) await hands.click(monaco ?? plain);
    focused = editor;
    await hands.type(MARKS[editor]);
  });
}

/**
 * Waits until the text can be read.
 * @param {Hands} hands
 */
export function readOnly(hands) {
  return watch(hands, "text", async () => {});
}

/**
 * Presses Run until the page says that a run is under way, then waits for its verdict.
 * @param {Hands} hands
 */
export function runEarly(hands) {
  let started = false;
  return watch(hands, "verdict", async ({ run, pending }) => {
    started ||= pending;
    if (!started && run !== null) await hands.click(run);
  });
}

async function watch(hands, goal, act) {
  const begin = performance.now();
  while (performance.now() - begin < GIVE_UP_MS) {
    const view = await hands.look();
    if (view?.moments[goal] !== undefined) {
      return { moments: view.moments, timeOrigin: view.timeOrigin };
    }
    if (view) await act(view);
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`The page did not get to "${goal}" within ${GIVE_UP_MS / 1000} s.`);
}
