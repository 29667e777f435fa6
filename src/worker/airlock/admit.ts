import { CALL_LOG_CAPS } from "../../lib/logged-call";
import type { FromWorker } from "../../protocol/wire";
import { LIMITS } from "../../protocol/limits";

export type Admitted = { message: FromWorker; transfer: ArrayBuffer[]; bytes: number };

type Fields = Record<string, unknown>;
type Kind = FromWorker["kind"];

const ERROR_FIELDS = ["type", "message", "line", "explain"];
const CALL_FIELDS = ["name", "about", "line"];

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function smallText(value: unknown, limit: number): boolean {
  return typeof value === "string" && value.length <= limit;
}

function smallTextOrNull(value: unknown, limit: number): boolean {
  return value === null || smallText(value, limit);
}

function smallError(value: unknown): boolean {
  if (value === null) return true;
  return (
    isRecord(value) &&
    Object.keys(value).every((key) => ERROR_FIELDS.includes(key)) &&
    smallText(value.type, LIMITS.errorTypeCharacters) &&
    smallText(value.message, LIMITS.errorCharacters) &&
    (value.line === null || typeof value.line === "number") &&
    smallTextOrNull(value.explain, 80)
  );
}

function smallBuffer(value: unknown): boolean {
  return value instanceof ArrayBuffer && value.byteLength <= LIMITS.resultBytes;
}

function smallShape(value: unknown): boolean {
  if (value === null) return true;
  return (
    Array.isArray(value) &&
    value.length <= LIMITS.rank &&
    value.every((size) => typeof size === "number")
  );
}

function smallLines(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= LIMITS.pendingLines &&
    value.every(
      (line) =>
        isRecord(line) &&
        smallText(line.level, 10) &&
        smallText(line.text, LIMITS.lineCharacters + 1),
    )
  );
}

function smallCall(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.keys(value).every((key) => CALL_FIELDS.includes(key)) &&
    smallText(value.name, CALL_LOG_CAPS.characters) &&
    Array.isArray(value.about) &&
    value.about.length <= CALL_LOG_CAPS.words &&
    value.about.every((word) => smallText(word, CALL_LOG_CAPS.characters)) &&
    (value.line === null || typeof value.line === "number")
  );
}

function smallCalls(value: unknown): boolean {
  return Array.isArray(value) && value.length <= CALL_LOG_CAPS.calls && value.every(smallCall);
}

/** The fields of each message and whether each is small enough to pass; the page checks their meaning. */
const FIELDS: Record<Kind, Record<string, (value: unknown) => boolean>> = {
  ready: {
    precision: (value) => smallText(value, 10),
    calibrationMs: (value) => typeof value === "number",
  },
  "boot-failed": {
    part: (value) => smallText(value, 10),
    reason: (value) => smallText(value, 1_000),
  },
  console: { lines: smallLines, omitted: (value) => typeof value === "number" },
  plot: { label: (value) => smallText(value, LIMITS.labelCharacters), values: smallBuffer },
  case: {
    index: (value) => typeof value === "number",
    shape: smallShape,
    values: (value) => value === null || smallBuffer(value),
    problem: (value) => smallTextOrNull(value, 500),
    error: smallError,
  },
  end: { status: (value) => smallText(value, 20), error: smallError, calls: smallCalls },
  pong: {},
  "context-lost": {},
  ended: {},
};

function isKind(value: unknown): value is Kind {
  return typeof value === "string" && Object.hasOwn(FIELDS, value);
}

/**
 * Lets one message of the worker through if it is small and has the fields of its kind, copied by name;
 * null otherwise. Objects in bulk never reach the page: it would be blocked just by reading them.
 */
export function admit(data: unknown): Admitted | null {
  if (!isRecord(data) || !isKind(data.kind)) return null;
  const message: Fields = { kind: data.kind };
  const transfer: ArrayBuffer[] = [];
  let bytes = 64;
  for (const [name, fits] of Object.entries(FIELDS[data.kind])) {
    const value = data[name];
    if (!fits(value)) return null;
    message[name] = value;
    if (value instanceof ArrayBuffer) {
      transfer.push(value);
      bytes += value.byteLength;
    }
  }
  // Each field has passed the check of its kind; the page parses it all again with the full schema.
  return { message: message as FromWorker, transfer, bytes };
}
