/** Figure `python`: what a call of the facade and a jitted training step cost from Python, against TypeScript. */
import { withLab } from "../lib/lab.mjs";
import { PROGRAMS } from "./python-programs.mjs";
import { compact, median, pairedRatio, times } from "./stats.mjs";
import { printTable } from "./table.mjs";

/** @param {{ runs: number }} options */
export async function python({ runs }) {
  const results = await withLab((page) => measure(page, runs));
  printTable(
    "One program in either language, on cpu",
    ["", "Python", "TypeScript", "ratio"],
    Object.keys(PROGRAMS).map((name) => {
      const own = results.filter((one) => one.name === name);
      const [py, ts] = ["python", "typescript"].map((key) => own.map((one) => one[key]));
      return [name, compact(median(py)), compact(median(ts)), times(pairedRatio(py, ts))];
    }),
  );
  return { results };
}

/** The programs print what they measured themselves. */
async function measure(page, runs) {
  const results = [];
  for (let run = 0; run < runs; run++) {
    for (const [name, programs] of Object.entries(PROGRAMS)) {
      const result = { run, name };
      for (const [language, source] of Object.entries(programs)) {
        const played = await page.evaluate((program) => window.__lab.play(program), {
          source,
          language,
          backend: "cpu",
          deadlineMs: 60_000,
        });
        if (!played.ok) throw new Error(`${name} in ${language}: ${played.error?.message}`);
        result[language] = Number(played.stdout);
      }
      results.push(result);
    }
  }
  return results;
}
