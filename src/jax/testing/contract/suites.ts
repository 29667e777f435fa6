import { arrayMembers } from "./array-members";
import { batchedAndLooped } from "./batching";
import { callbacks } from "./callbacks";
import type { Suite } from "./case";
import { edgeValues, edgeValuesOnDevices } from "./edge-values";
import { fusedChains } from "./fused";
import { finiteDifferences, forwardAndReverse, stagedAndEager } from "./gradients";
import type { HeapProbe, Loop } from "./leaks";
import { largeNumbers } from "./large-numbers";
import { leaks } from "./leaks";
import { wideLesson, lesson } from "./lesson";
import { modules } from "./modules/suite";
import { optimizers } from "./modules/optimizers";
import { trainingLeaks } from "./modules/training-leaks";
import { numpyOps } from "./numpy-ops";
import { recordedArrays } from "./recorded-arrays";
import { badInput } from "./bad-input/suite";
import { recordedErrors } from "./recorded-errors";
import { recordedReprs } from "./recorded-reprs";
import { singleExpressions } from "./single-expressions";
import { recordedTransforms } from "./transforms/recorded";
import { recordedCalls } from "./recorded-calls";
import { tooLarge } from "./too-large";
import { tooMany } from "./too-many";

/** The contract's suites for every backend, in the order in which they run. */
export function contractSuites(heap: HeapProbe, loops: readonly Loop[]): Suite[] {
  return [
    numpyOps,
    recordedArrays,
    recordedErrors,
    badInput,
    recordedReprs,
    recordedTransforms,
    singleExpressions,
    ...recordedCalls,
    callbacks,
    arrayMembers,
    lesson,
    wideLesson,
    finiteDifferences,
    forwardAndReverse,
    stagedAndEager,
    fusedChains,
    edgeValuesOnDevices,
    largeNumbers,
    batchedAndLooped,
    optimizers,
    modules,
    tooLarge,
    leaks(heap, loops),
  ];
}

/** What is the same on every device, and takes minutes where WebGL is software: one backend runs it. */
export function deviceFreeSuites(heap: HeapProbe): Suite[] {
  return [tooMany, trainingLeaks(heap), edgeValues];
}
