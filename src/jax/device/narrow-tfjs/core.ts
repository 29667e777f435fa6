/**
 * Stands for `@tensorflow/tfjs-core` in the scripts of the runtime: scripts/lib/narrow-tfjs.mjs points tfjs's
 * backends here. tfjs's own entry registers an engine with gradients, optimizers and file handlers, and
 * hands out its helpers as whole namespaces; with them it is four times as large.
 */
import { env } from "./environment";
import * as backend_util from "./backend-util";
import { unused } from "./unused";
import * as util from "./util";
import * as broadcast_util from "@tensorflow/tfjs-core/dist/ops/broadcast_util";
import * as slice_util from "@tensorflow/tfjs-core/dist/ops/slice_util";

export { backend_util, broadcast_util, env, slice_util, util };
export { DataStorage, KernelBackend } from "@tensorflow/tfjs-core/dist/backends/backend";
export * from "@tensorflow/tfjs-core/dist/kernel_names";
export { sumOutType, upcastType } from "@tensorflow/tfjs-core/dist/types";
export { buffer } from "./tensor-buffer";

export const device_util = {
  isBrowser: () => true,
  isMobile: () => /Mobi|Android/i.test(navigator.userAgent),
};
export const kernel_impls = { whereImpl: unused };

/** The engine's tensors, tape and scopes are not used; a backend asks it where data that it lacks may be. */
const ENGINE = { moveData: unused, removeDataId: unused, makeTensorFromTensorInfo: unused };
export const engine = () => ENGINE;
export const deprecationWarn = unused;
export const nextFrame = unused;
export const scalar = unused;
export const tidy = unused;
