/** The flags that `grade` and `play` share. */
import { readFileSync } from "node:fs";
import { extname, resolve } from "node:path";
import { parseArgs } from "node:util";

const BACKENDS = ["webgl", "cpu"];
/** Earlier versions had tfjs's wasm backend, whose place the CPU's kernels have taken. */
const ALIASES = { wasm: "cpu" };
const LANGUAGES = { ".ts": "typescript", ".py": "python" };

/**
 * Reads the command line; prints what is wrong and exits with 2 when it cannot be used.
 * @param {string} usage
 */
export function attemptOptions(usage) {
  try {
    return parse();
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

function parse() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      backend: { type: "string" },
      seed: { type: "string" },
      deadline: { type: "string", default: "60" },
    },
  });
  if (positionals.length === 0) throw new Error("Name at least one file.");
  const backend = ALIASES[values.backend] ?? values.backend;
  if (backend !== undefined && !BACKENDS.includes(backend)) {
    throw new Error(`--backend is one of ${BACKENDS.join(", ")}, not "${values.backend}".`);
  }
  return {
    json: values.json,
    attempts: positionals.map(readAttempt),
    options: {
      backend,
      seed: values.seed === undefined ? undefined : wholeNumber("--seed", values.seed),
      deadlineMs: positive("--deadline", values.deadline) * 1000,
    },
  };
}

function readAttempt(file) {
  const language = LANGUAGES[extname(file)];
  if (!language) throw new Error(`"${file}" is neither a .ts nor a .py file.`);
  // The page says so where there is no lesson of that name.
  const [, lesson] = /(?:^|\/)src\/lessons\/(?:testing\/)?([^/]+)\//.exec(resolve(file)) ?? [];
  return { file, language, source: readText(file), lesson };
}

function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`"${file}" cannot be read: ${error.message}`);
  }
}

function wholeNumber(flag, text) {
  if (/^\d+$/.test(text)) return Number(text);
  throw new Error(`${flag} takes a whole number, not "${text}".`);
}

function positive(flag, text) {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new Error(`${flag} takes a number of seconds above 0, not "${text}".`);
}
