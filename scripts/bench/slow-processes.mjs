/**
 * Slows all threads of a browser's renderers and of its GPU process down, workers included, by letting
 * them run for a part of the time only. The DevTools slowdown reaches main threads alone. Linux only.
 */
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const PERIOD_MS = 20;
/** Frames get processes of their own while the page opens. */
const LOOK_AGAIN_MS = 100;
const SLOWED = /--type=(renderer|gpu-process)/;

/**
 * @param {number} pid the browser's main process, which itself keeps its speed
 * @param {number} factor 4: a quarter of the time
 * @returns {() => Promise<void>} ends the slowdown
 */
export function slowProcesses(pid, factor) {
  let running = true;
  const ended = cycle();
  return async () => {
    running = false;
    await ended;
  };

  async function cycle() {
    const awake = PERIOD_MS / factor;
    let pids = [];
    let looked = -Infinity;
    while (running) {
      if (performance.now() - looked > LOOK_AGAIN_MS) {
        pids = slowedBelow(pid);
        looked = performance.now();
      }
      signal(pids, "SIGSTOP");
      await pause(PERIOD_MS - awake);
      signal(pids, "SIGCONT");
      await pause(awake);
    }
  }
}

function signal(pids, name) {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** Descendants of a process whose command line names a slowed kind. */
function slowedBelow(root) {
  const parents = new Map(processIds().map((pid) => [pid, parentOf(pid)]));
  const isBelow = (pid) => {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (at === root) return true;
    return false;
  };
  return [...parents.keys()].filter((pid) => isBelow(pid) && SLOWED.test(commandOf(pid)));
}

function processIds() {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function parentOf(pid) {
  // "pid (name) state ppid …"; the name may hold spaces and brackets.
  const fields = textOf(`/proc/${pid}/stat`).split(") ").pop().split(" ");
  return Number(fields[1] ?? 0);
}

function commandOf(pid) {
  return textOf(`/proc/${pid}/cmdline`);
}

function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
