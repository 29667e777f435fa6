import bridge from "../../../../../golden/recordings/bridge_modules.json";
import linen from "../../../../../golden/recordings/linen_modules.json";
import nnx from "../../../../../golden/recordings/nnx_modules.json";
import optax from "../../../../../golden/recordings/optax_training.json";
import { reprOf } from "../../../tree/repr-of";
import type { Case, Suite } from "../case";
import { assertEqual } from "../matchers";
import type { RecordedTree } from "./assert-tree";
import { assertTree } from "./assert-tree";
import { bridgePrograms } from "./bridge-programs";
import { linenPrograms } from "./linen-programs";
import { linenTextPrograms } from "./linen-text-programs";
import { nnxPrograms } from "./nnx-programs";
import { nnxTextPrograms } from "./nnx-text-programs";
import { optaxPrograms } from "./optax-programs";
import type { Programs } from "./programs";

interface RecordedCase {
  readonly name: string;
  /** The result. */
  readonly value?: RecordedTree;
  /** The repr of the result, or the text of the error. */
  readonly text?: string;
  /** The type of the error. */
  readonly type?: string;
}

const RECORDED: readonly { cases: readonly unknown[] }[] = [optax, nnx, linen, bridge];
const CASES = RECORDED.flatMap(({ cases }) => cases) as readonly RecordedCase[];
const PROGRAMS: Programs = {
  ...optaxPrograms,
  ...nnxPrograms,
  ...nnxTextPrograms,
  ...linenPrograms,
  ...linenTextPrograms,
  ...bridgePrograms,
};

function check({ name, value, text, type }: RecordedCase): void {
  const run = PROGRAMS[name];
  if (run === undefined) throw new Error("no program for this recorded case");
  if (value !== undefined) assertTree(run(), value);
  else if (type === undefined) assertEqual(reprOf(run()), text ?? "", "text");
  else assertRaises(run, type, text ?? "");
}

function assertRaises(run: () => unknown, type: string, text: string): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    assertEqual(`${error.name}: ${error.message}`, `${type}: ${text}`, "error");
    return;
  }
  throw new Error(`nothing was raised instead of ${type}: ${text}`);
}

/** Every recorded case of layers, training, optimisers, the bridge, texts and errors. */
export const modules: Suite = {
  name: "Flax and Optax",
  cases: [
    ...CASES.map((entry): Case => ({ name: entry.name, run: () => check(entry) })),
    {
      name: "every program has a recorded case",
      run() {
        const names = new Set(CASES.map(({ name }) => name));
        assertEqual(
          Object.keys(PROGRAMS)
            .filter((name) => !names.has(name))
            .join(),
          "",
          "programs without a case",
        );
      },
    },
  ],
};
