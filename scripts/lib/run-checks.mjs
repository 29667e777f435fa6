/** Runs checks, each a command of node_modules, and keeps what each took. */
import { spawn } from "node:child_process";

/** Circles of imports in src, type imports counted; `npm run cycles` is the same. */
export const CYCLES = [
  ...["import cycles", "dpdm", "--no-tree", "--no-warning", "--no-progress"],
  ...["--exit-code", "circular:1", "src/**/*.ts", "src/**/*.tsx"],
];

/**
 * @param {Record<string, string | undefined>} env for the commands
 * @param {(ok: boolean) => void} onEnd is told how each of several checks ended
 */
export function createChecks(env, onEnd) {
  const times = [];

  /** How a check ended, as a line; its time is kept. */
  function ending(name, ok, start) {
    const seconds = (performance.now() - start) / 1000;
    times.push([name, seconds]);
    return `== ${name}: ${ok ? "ok" : "FAILED"} (${seconds.toFixed(0)} s)`;
  }

  /** One check, whose output is seen as it comes; `more` is added to its environment. */
  async function one(name, [command, ...args], more = {}) {
    const start = performance.now();
    console.log(`\n== ${name}`);
    const { ok } = await run(command, args, { ...env, ...more }, "inherit");
    console.log(ending(name, ok, start));
    return ok;
  }

  /** Two checks at a time; each prints its output when it ends. */
  async function several(checks) {
    const left = [...checks];
    const worker = async () => {
      for (let check = left.shift(); check; check = left.shift()) {
        const [name, command, ...args] = check;
        const start = performance.now();
        const { ok, output } = await run(command, args, env, "pipe");
        console.log(`\n== ${name}\n${output}${ending(name, ok, start)}`);
        onEnd(ok);
      }
    };
    await Promise.all([worker(), worker()]);
  }

  return { times, ending, one, several };
}

function run(command, args, env, output) {
  const binary = command === "node" ? process.execPath : `node_modules/.bin/${command}`;
  return new Promise((resolve) => {
    const child = spawn(binary, args, { stdio: ["ignore", output, output], env });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8");
      stream?.on("data", (part) => (text += part));
    }
    child.on("error", (error) => resolve({ ok: false, output: `${text}${error.stack}\n` }));
    child.on("close", (status) => resolve({ ok: status === 0, output: text }));
  });
}
