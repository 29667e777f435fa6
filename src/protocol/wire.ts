/**
 * What crosses between page, frame and worker. The page trusts nothing of it: every message from the
 * frame is parsed here, and only named fields of the schema survive.
 */
import * as v from "valibot";
import { CALL_LOG_CAPS } from "../lib/logged-call";
import { SEEN_CAPS } from "../lib/seen-call";
import type { Backend, Language, Precision } from "./backend";
import { LIMITS } from "./limits";
import type { RunRequest } from "./run";

/** What Python starts from: Pyodide's script and wasm, the library, our packages and a memory snapshot. */
export type PythonBytes = {
  script: string;
  wasm: ArrayBuffer;
  library: ArrayBuffer;
  packages: ArrayBuffer;
  snapshot: ArrayBuffer | null;
};
/** The same in a worker: the frame has compiled the wasm once for all of them. */
export type PythonParts = Omit<PythonBytes, "wasm"> & { wasm: WebAssembly.Module };
/** Where a start of Python begins: with a memory in which all is imported, or with the compiled library. */
export type PythonStart = "snapshot" | "library";

/** Page -> frame, once, right after the port is connected. */
type SpawnMessage = { kind: "spawn"; script: string };
/** Page -> worker, as soon as it has come: the worker's second script, which it needs before it is ready. */
type SecondMessage = { kind: "second"; script: string };
/** Page -> frame: to be kept for all Python workers of this frame; answered with "kept". */
type KeepMessage = { kind: "keep"; python: PythonBytes };
/** Page -> frame: a snapshot that came later than what Python needs. */
type KeepSnapshotMessage = { kind: "keep-snapshot"; snapshot: ArrayBuffer };
/** Page -> frame: serve one more worker through the port that comes along, until "end-session". */
type SessionMessage = { kind: "session" } | { kind: "end-session" };
/** Page -> frame: goes on to the worker; where it names a start, with what the frame has kept. */
type BootRequest = {
  kind: "boot";
  backend: Backend;
  python?: PythonStart;
};

/** Frame -> worker. */
export type BootMessage = {
  kind: "boot";
  backend: Backend;
  python: PythonParts | null;
};
/** Page -> worker, passed on by the frame. */
export type RunMessage = { kind: "run"; runId: number; request: RunRequest };
type PingMessage = { kind: "ping" };
export type ToWorker = BootMessage | SecondMessage | RunMessage | PingMessage;
export type ToFrame =
  | SpawnMessage
  | KeepMessage
  | KeepSnapshotMessage
  | SessionMessage
  | BootRequest
  | Exclude<ToWorker, BootMessage>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = (characters: number) => v.pipe(v.string(), v.maxLength(characters));
const shape = v.pipe(v.array(count), v.maxLength(LIMITS.rank));
// A real ArrayBuffer and nothing that only looks like one; shared memory could change while it is read.
const buffer = v.instance(ArrayBuffer);

const error = v.object({
  type: text(LIMITS.errorTypeCharacters),
  message: text(LIMITS.errorCharacters),
  line: v.nullable(count),
  explain: v.nullable(text(80)),
});

const consoleLine = v.object({
  level: v.picklist(["log", "warn", "error", "traceback"]),
  text: text(LIMITS.lineCharacters + 1),
});

const word = text(CALL_LOG_CAPS.characters);
const call = v.object({
  name: word,
  about: v.pipe(v.array(word), v.maxLength(CALL_LOG_CAPS.words), v.readonly()),
  line: v.nullable(count),
});

const seenText = text(SEEN_CAPS.characters);
const seenLeaf = v.object({
  path: seenText,
  shape: v.pipe(shape, v.readonly()),
  // A number that is none is worth a look.
  values: v.nullable(
    v.pipe(v.array(v.union([v.number(), v.nan()])), v.maxLength(SEEN_CAPS.numbers), v.readonly()),
  ),
});
const seenName = v.object({
  name: seenText,
  line: v.nullable(count),
  leaves: v.pipe(v.array(seenLeaf), v.maxLength(SEEN_CAPS.leaves), v.readonly()),
});
const seenCall = v.object({
  name: seenText,
  call: count,
  names: v.pipe(v.array(seenName), v.maxLength(SEEN_CAPS.names), v.readonly()),
});

const fromWorker = [
  v.object({
    kind: v.literal("ready"),
    precision: v.picklist(["float32", "float16"]),
    calibrationMs: v.number(),
  }),
  v.object({
    kind: v.literal("boot-failed"),
    part: v.picklist(["backend", "language"]),
    reason: text(1_000),
  }),
  v.object({
    kind: v.literal("console"),
    lines: v.pipe(v.array(consoleLine), v.maxLength(LIMITS.pendingLines)),
    omitted: count,
  }),
  v.object({ kind: v.literal("plot"), label: text(LIMITS.labelCharacters), values: buffer }),
  v.object({
    kind: v.literal("case"),
    index: count,
    shape: v.nullable(shape),
    values: v.nullable(buffer),
    problem: v.nullable(text(500)),
    error: v.nullable(error),
  }),
  v.object({
    kind: v.literal("seen"),
    calls: v.pipe(v.array(seenCall), v.maxLength(SEEN_CAPS.calls), v.readonly()),
  }),
  v.object({
    kind: v.literal("end"),
    status: v.picklist(["done", "error", "gpu-lost", "too-large"]),
    error: v.nullable(error),
    calls: v.pipe(v.array(call), v.maxLength(CALL_LOG_CAPS.calls), v.readonly()),
  }),
  v.object({ kind: v.literal("pong") }),
  v.object({ kind: v.literal("context-lost") }),
  v.object({ kind: v.literal("ended") }),
] as const;

const fromFrame = [
  v.object({ kind: v.literal("connected"), nonce: v.string() }),
  v.object({ kind: v.literal("spawned") }),
  v.object({ kind: v.literal("frame-alive") }),
  v.object({ kind: v.literal("kept") }),
  v.object({ kind: v.literal("keep-failed"), reason: text(1_000) }),
  v.object({ kind: v.literal("spawn-failed"), reason: text(1_000) }),
  v.object({ kind: v.literal("flood") }),
  v.object({ kind: v.literal("violation") }),
  v.object({ kind: v.literal("gone") }),
] as const;

const fromFrameSchema = v.variant("kind", [...fromFrame, ...fromWorker]);

/** A message of the worker; the frame forwards these after its own checks. */
export type FromWorker = v.InferOutput<(typeof fromWorker)[number]>;
/** A message of the frame to the page: its own, or the worker's. */
export type FromFrame = v.InferOutput<typeof fromFrameSchema>;
export type CaseMessage = Extract<FromWorker, { kind: "case" }>;

/** Parses what came through the frame's port; null where it is not a message of this protocol. */
export function parseFromFrame(data: unknown): FromFrame | null {
  const result = v.safeParse(fromFrameSchema, data);
  return result.success ? result.output : null;
}

/** What the page knows of a runtime once it has booted. */
export type BootedRuntime = {
  backend: Backend;
  precision: Precision;
  language: Language;
  calibrationMs: number;
};
