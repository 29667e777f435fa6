/**
 * How tfjs's backends are started: WebGL's is in the main script, that of wasm comes as a part. In unit tests
 * testing/host-only.ts stands for this file.
 */
import { part } from "../parts";
import type { StartBackend } from "../array/started-backend";
import { startWebgl } from "./webgl-backend";

/** The start of a backend; undefined for one whose part has not been loaded. */
export function starter(name: "webgl" | "wasm"): StartBackend | undefined {
  return name === "webgl" ? startWebgl : part(name);
}
