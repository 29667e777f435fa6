import { describe } from "../../jax/runtime";
import { LIMITS } from "../../protocol/limits";
import type { RunError } from "../../protocol/verdict";
import type * as secondScript from "../../python/facade-module";
import {
  startLab,
  type PythonFailure,
  type PythonLab,
  type PythonResult,
} from "../../python/load-python";
import { describeError } from "../describe-error";
import type { LanguageRuntime, ReadResult, RuntimeHost } from "../language";
import { bootPyodide } from "./boot-pyodide";

const LEVELS = ["log", "warn", "error", "traceback"] as const;

/** A failure of the learner's program, on its way to the page. */
class PythonError extends Error {
  readonly failure: PythonFailure;

  constructor(failure: PythonFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

function toRunError({ type, message, line }: PythonFailure): RunError {
  return {
    type: cut(type, LIMITS.errorTypeCharacters),
    message: cut(message, LIMITS.errorCharacters),
    line,
    explain: null,
  };
}

async function startPython({
  output,
  python,
  second,
  plot,
  ended,
}: RuntimeHost): Promise<PythonLab> {
  if (python === null) throw new Error("Python's files are missing.");
  const write = (level: string, text: string) => {
    output.write(LEVELS.find((known) => known === level) ?? "log", text);
  };
  const pyodide = await bootPyodide(python, write);
  const { createFacadeModule } = (await second) as typeof secondScript;
  return startLab(pyodide, createFacadeModule(), { write, plot, ended });
}

function toReadResult({ problem, shape, values }: PythonResult): ReadResult {
  if (shape === null || values === null) {
    return { shape: null, values: null, problem: problem ?? "a value that cannot be read" };
  }
  return { shape: [...shape], values, problem: null };
}

/** Python: Pyodide beside the facade, which its packages call. */
export function createPythonRuntime(): LanguageRuntime {
  let lab: PythonLab | null = null;
  let ended = () => {};

  /**
   * Python catches what programs raise. What comes out of it nevertheless means that the interpreter has
   * ended: by an exit, or by an error of its own.
   */
  function inPython<T>(work: (lab: PythonLab) => T): T {
    if (lab === null) throw new Error("Python has not started.");
    try {
      return work(lab);
    } catch (error) {
      ended();
      throw error;
    }
  }

  function unlessFailed<T extends object>(value: T | PythonFailure | null): T | null {
    if (value !== null && "traceback" in value) throw new PythonError(value);
    return value;
  }

  return {
    language: "python",
    async start(host) {
      ended = host.ended;
      lab = await startPython(host);
    },
    async load(source, entryName, give) {
      const file = `${entryName ?? "program"}.py`;
      unlessFailed(inPython((python) => python.load(source, file, entryName)));
      if (entryName === null || !inPython((python) => python.hasEntry())) return give(null);
      give((...inputs) =>
        unlessFailed(inPython((python) => python.call(inputs as Parameters<PythonLab["call"]>[0]))),
      );
    },
    startLook: () => lab?.startLook(),
    takeSeen: () => lab?.takeSeen() ?? [],
    takeCalls: () => lab?.takeCalls() ?? [],
    toArgument: ({ shape, data }) => [shape, data],
    readResult: (value) => toReadResult(value as PythonResult),
    describeError: (thrown) =>
      thrown instanceof PythonError
        ? toRunError(thrown.failure)
        : describeError(thrown, null, describe),
  };
}
