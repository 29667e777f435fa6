/**
 * Figure `figures`: what one input costs in each of the lesson's figures (script, style, layout and paint on the page's main
 * thread, from a trace), and how many frames are late while a hand moves something. Aims: 8 ms at the 95th percentile, 32 ms at
 * a fourth of the CPU's speed, and at most 1 % of frames late.
 */
import { siteFolder } from "./site-folder.mjs";
import { withSitePages } from "./site-page.mjs";
import { compact, median } from "./stats.mjs";
import { printTable } from "./table.mjs";
import { startTrace, workPerInput } from "./trace.mjs";

const SLOWDOWNS = [1, 4];
const INPUTS = 80;
const BETWEEN_MS = 40;

/**
 * What a hand does in a figure: `id` as the lesson's text has it, `begin` finds what is moved, `input` does one small move.
 * The moves go to and fro, so that each changes something.
 */
const HANDS = [
  {
    name: "one pass back: the stage",
    id: "one-pass-back",
    begin: (figure) => figure.getByRole("slider", { name: "Stage" }).focus(),
    input: (page, i) => page.keyboard.press(i % 18 < 9 ? "ArrowLeft" : "ArrowRight"),
  },
  {
    name: "two trees: the update",
    id: "two-trees",
    begin: (figure) => figure.getByRole("slider", { name: "Update" }).focus(),
    input: (page, i) => page.keyboard.press(toAndFro(i) ? "ArrowRight" : "ArrowLeft"),
  },
  {
    name: "the trace: its table",
    id: "loss-trace",
    begin: (figure) => figure.locator("summary").focus(),
    input: (page) => page.keyboard.press("Enter"),
  },
  {
    name: "step plane: the learning rate",
    id: "step-plane",
    begin: (figure) => figure.getByRole("slider", { name: "Learning rate" }).focus(),
    input: (page, i) => page.keyboard.press(toAndFro(i) ? "ArrowRight" : "ArrowLeft"),
  },
  {
    name: "step plane: the point",
    id: "step-plane",
    begin: pressPoint,
    input: (page, i, from) => page.mouse.move(from.x + swing(i), from.y - swing(i) / 2),
  },
  {
    name: "freeze lab: the learning rate, 500 steps",
    id: "freeze-lab",
    begin: beginFreezeLab,
    // Along the whole slider, so that no training is remembered from the last time.
    input: (page, i) => page.keyboard.press(i % 80 < 40 ? "ArrowRight" : "ArrowLeft"),
  },
  {
    name: "argnums wiring: an argument",
    id: "argnums-wiring",
    begin: (figure) => figure.locator("button[aria-pressed]").nth(1).focus(),
    input: (page) => page.keyboard.press("Enter"),
  },
  {
    name: "poke a weight: the weight",
    id: "poke-weight",
    begin: (figure) => figure.getByRole("slider", { name: "encoder.kernel" }).focus(),
    input: (page, i) => page.keyboard.press(toAndFro(i) ? "ArrowRight" : "ArrowLeft"),
  },
  {
    name: "poke a weight: ε",
    id: "poke-weight",
    begin: (figure) => figure.getByRole("slider", { name: "ε" }).focus(),
    input: (page, i) => page.keyboard.press(toAndFro(i) ? "ArrowLeft" : "ArrowRight"),
  },
  {
    name: "curve to bug: a choice",
    id: "curve-to-bug",
    begin: (figure) => figure.getByRole("combobox").first().focus(),
    input: (page, i) => page.keyboard.press(toAndFro(i) ? "ArrowDown" : "ArrowUp"),
  },
  {
    name: "predict first: the guess",
    id: "predict-first",
    begin: beginGuess,
    input: (page, i) => page.keyboard.press(toAndFro(i) ? "ArrowRight" : "ArrowLeft"),
  },
  {
    name: "the sugar: a program's fold",
    id: "sugar",
    begin: (figure) => figure.getByText("The program, in").first().focus(),
    input: (page) => page.keyboard.press("Enter"),
  },
];

/** @param {{ runs: number, site?: string }} options */
export async function figures({ runs, site }) {
  const dir = await siteFolder(site);
  const results = [];
  for (let run = 0; run < runs; run++)
    for (const slowdown of SLOWDOWNS)
      for (const hand of HANDS)
        results.push({
          run,
          slowdown,
          name: hand.name,
          ...(await withSitePages(dir, (open) => move(open, hand, slowdown))),
        });
  const rows = HANDS.flatMap(({ name }) =>
    SLOWDOWNS.map((slowdown) => {
      const own = results.filter((one) => one.name === name && one.slowdown === slowdown);
      const work = own.flatMap(({ perInput }) => perInput);
      const late = own.reduce((sum, one) => sum + one.late, 0);
      const frames = own.reduce((sum, one) => sum + one.frames, 0);
      return [
        name,
        `${slowdown} ×`,
        compact(median(work)),
        compact(percentile95(work)),
        `${compact((100 * late) / frames)} %`,
      ];
    }),
  );
  printTable(
    "One input in a figure: ms on the main thread",
    ["", "CPU", "median", "95th percentile", "frames late"],
    rows,
  );
  return { results };
}

async function move(open, { name, id, begin, input }, slowdown) {
  const page = await open("python", `#/lesson/figure/${id}`);
  const figure = page.locator(`#figure-${id}`);
  await figure.locator("svg[data-export]").first().waitFor();
  // The runtimes start in the background; their work is not the figure's.
  await page.getByText(/float\d+ · /).waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const from = await begin(figure, page);
  for (let i = 0; i < 10; i++) await input(page, i, from);
  const trace = await startTrace(session);
  await page.evaluate(countFrames);
  for (let i = 0; i < INPUTS; i++) {
    await input(page, i, from);
    await page.waitForTimeout(BETWEEN_MS);
  }
  const { late, frames } = await page.evaluate(() => window.__frames());
  const perInput = workPerInput(await trace.stop());
  if (perInput.length < INPUTS / 2)
    throw new Error(
      `${name} at ${slowdown} ×: the trace has ${perInput.length} inputs of ${INPUTS}`,
    );
  return { perInput, late, frames };
}

/** Counts from now on the frames that come and those left out. Sent to the page as text. */
function countFrames() {
  const usual = 1000 / 60;
  let [last, frames, late, on] = [performance.now(), 0, 0, true];
  requestAnimationFrame(function next(now) {
    const missed = Math.max(0, Math.round((now - last) / usual) - 1);
    late += missed;
    frames += 1 + missed;
    last = now;
    if (on) requestAnimationFrame(next);
  });
  window.__frames = () => {
    on = false;
    return { frames, late };
  };
}

async function pressPoint(figure, page) {
  await figure.locator("svg[data-export]").scrollIntoViewIfNeeded();
  const { x, y, width, height } = await figure.locator(".plane-place-ring").boundingBox();
  const middle = { x: x + width / 2, y: y + height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  return middle;
}

async function beginGuess(figure) {
  await figure.getByRole("button", { name: "Ask me before each run" }).click();
  await figure.getByRole("slider").first().focus();
}

async function beginFreezeLab(figure, page) {
  const press = async (name, key) => {
    await figure.getByRole("slider", { name, exact: true }).focus();
    await page.keyboard.press(key);
  };
  await press("Steps in all", "End");
  await press("Step", "End");
  await press("Learning rate", "Home");
}

const toAndFro = (i) => i % 20 < 10;
const swing = (i) => 6 * (toAndFro(i) ? i % 10 : 10 - (i % 10));

function percentile95(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(0.95 * sorted.length))];
}
