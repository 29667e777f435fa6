import "../jax/namespace/missing-member";
import "../jax/numpy/methods";
import { deviceMemory } from "../jax/array/handles";
import { resetPrintOptions } from "../jax/format/print-options";
import { sendWarningsTo } from "../jax/base/warn";
import { batchOf, exampleIndex, isOfBatch, vmapped } from "./facade/batching";
import { functionCalls, pythonRows } from "./facade/calls";
import { give } from "./facade/callback";
import {
  customJvp,
  customVjp,
  debugCall,
  runBranch,
  runRemat,
  runScan,
  runWhile,
} from "./facade/control";
import {
  astype,
  boolean,
  dtypeName,
  filledWith,
  fromValues,
  integerPower,
  joinedType,
  weakFloat,
  weakInt,
} from "./facade/creation";
import {
  endDerivative,
  jvp,
  linearized,
  pulledBack,
  pushedForward,
  transposable,
  valueAndGrad,
} from "./facade/derivatives";
import { indexArray, indexed, indexRounds, read, row, updated } from "./facade/indexing";
import { drawnWeights, scaledWeights } from "./facade/initial-weights";
import {
  avalOf,
  elementsText,
  isConcrete,
  item,
  primalOf,
  setPrintOption,
  textOf,
  tracerClass,
  valuesOf,
} from "./facade/reading";
import { dotGeneral } from "./facade/products";
import { heldArrays, release } from "./facade/slots";
import {
  dependsOn,
  endStaged,
  runForAll,
  runForOne,
  staged,
  stagedBody,
  stagedText,
  stagedToRead,
} from "./facade/staging";

const ENTRIES = {
  astype,
  avalOf,
  batchOf,
  boolean,
  customJvp,
  customVjp,
  debugCall,
  dependsOn,
  dotGeneral,
  drawnWeights,
  dtypeName,
  elementsText,
  endDerivative,
  endStaged,
  exampleIndex,
  filled: filledWith,
  fromValues,
  give,
  indexArray,
  indexed,
  indexRounds,
  integerPower,
  isConcrete,
  isOfBatch,
  item,
  joinedType,
  jvp,
  linearized,
  primalOf,
  pulledBack,
  pushedForward,
  read,
  release,
  row,
  runBranch,
  runForAll,
  runForOne,
  runRemat,
  runScan,
  runWhile,
  scaledWeights,
  setPrintOption,
  staged,
  stagedBody,
  stagedText,
  stagedToRead,
  textOf,
  tracerClass,
  transposable,
  updated,
  valueAndGrad,
  valuesOf,
  vmapped,
  warnWith: sendWarningsTo,
  weakFloat,
  weakInt,
};

/** What Python's `jax` is built on; registered in Pyodide as the module `_facade` after a restore. */
export type FacadeModule = typeof ENTRIES & {
  /** Each function of the table, by position. */
  readonly calls: readonly ((...args: unknown[]) => number | string)[];
  /** The table of functions as JSON. */
  readonly rows: () => string;
  /** Arrays that Python holds, device tensors and their bytes, separated by spaces. */
  readonly memory: () => string;
};

/** The JavaScript end of Python's `jax`, for `registerJsModule("_facade", …)`. */
export function createFacadeModule(): FacadeModule {
  resetPrintOptions();
  return {
    ...ENTRIES,
    calls: functionCalls(),
    rows: () => JSON.stringify(pythonRows()),
    memory: () => {
      const { tensors, bytes } = deviceMemory();
      return `${heldArrays()} ${tensors} ${bytes}`;
    },
  };
}
