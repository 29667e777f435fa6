/**
 * Runs programs in the playground's runtime and prints what they print:
 * npm run play -- [--json] [--backend webgl|cpu] [--deadline S] FILE…
 * With --json one {file, ok, stdout, error} a line. Exits with 0 if all ran without an error.
 */
import { attemptOptions } from "./lib/attempt-options.mjs";
import { withLab } from "./lib/lab.mjs";

const USAGE = "npm run play -- [--json] [--backend webgl|cpu] [--seed N] [--deadline S] FILE…";
const { json, attempts, options } = attemptOptions(USAGE);

const allRan = await withLab(async (page) => {
  let ok = true;
  for (const { file, language, source } of attempts) {
    const result = await page.evaluate((program) => window.__lab.play(program), {
      source,
      language,
      ...options,
    });
    print(file, result);
    ok &&= result.ok;
  }
  return ok;
});
process.exit(allRan ? 0 : 1);

function print(file, { ok, stdout, stderr, error }) {
  if (json) {
    console.log(JSON.stringify({ file, ok, stdout, error }));
    return;
  }
  if (attempts.length > 1) console.log(`== ${file}`);
  if (stdout) console.log(stdout);
  if (stderr) console.error(stderr);
  // A traceback ends with the error itself.
  if (error && !stderr) console.error(error);
}
