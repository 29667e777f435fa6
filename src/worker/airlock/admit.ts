import { CALL_LOG_CAPS } from "../../lib/logged-call";
import { SEEN_CAPS } from "../../lib/seen-call";
import type { SeenCall } from "../../lib/seen-call";
import { LIMITS } from "../../protocol/limits";
import type { FromWorker } from "../../protocol/wire";

export type Admitted = { message: FromWorker; transfer: ArrayBuffer[]; bytes: number };

type Fields = Record<string, unknown>;
type Kind = FromWorker["kind"];
type Check = (value: unknown) => boolean;
/** One check a field: a field that is added to a message and forgotten here does not compile. */
export type Checks<T> = Readonly<Record<keyof T, Check>>;
type Message<K extends Kind> = Omit<Extract<FromWorker, { kind: K }>, "kind">;
export type MessageChecks = { readonly [K in Kind]: Checks<Message<K>> };

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

const number: Check = (value) => typeof value === "number";

const buffer: Check = (value) =>
  value instanceof ArrayBuffer && value.byteLength <= LIMITS.resultBytes;

function text(limit: number): Check {
  return (value) => typeof value === "string" && value.length <= limit;
}

function nullable(check: Check): Check {
  return (value) => value === null || check(value);
}

/** An array without holes, and without properties of its own: those would be copied to the page with it. */
function list(limit: number, check: Check): Check {
  return (value) =>
    Array.isArray(value) &&
    value.length <= limit &&
    Object.keys(value).length === value.length &&
    value.every(check);
}

/** An object that has these fields and no other. */
function record<T>(checks: Checks<T>): Check {
  const fields = Object.entries<Check>(checks);
  return (value) =>
    isRecord(value) &&
    Object.keys(value).length === fields.length &&
    fields.every(([name, fits]) => Object.hasOwn(value, name) && fits(value[name]));
}

const error = nullable(
  record<NonNullable<Message<"end">["error"]>>({
    type: text(LIMITS.errorTypeCharacters),
    message: text(LIMITS.errorCharacters),
    line: nullable(number),
    explain: nullable(text(80)),
  }),
);

const line = record<Message<"console">["lines"][number]>({
  level: text(10),
  text: text(LIMITS.lineCharacters + 1),
});

const call = record<Message<"end">["calls"][number]>({
  name: text(CALL_LOG_CAPS.characters),
  about: list(CALL_LOG_CAPS.words, text(CALL_LOG_CAPS.characters)),
  line: nullable(number),
});

const seenText = text(SEEN_CAPS.characters);
type SeenName = SeenCall["names"][number];
const seen = record<SeenCall>({
  name: seenText,
  call: number,
  names: list(
    SEEN_CAPS.names,
    record<SeenName>({
      name: seenText,
      line: nullable(number),
      leaves: list(
        SEEN_CAPS.leaves,
        record<SeenName["leaves"][number]>({
          path: seenText,
          shape: list(LIMITS.rank, number),
          values: nullable(list(SEEN_CAPS.numbers, number)),
        }),
      ),
    }),
  ),
});

/** Whether each field of a message is small enough to pass; the page checks what it means. */
const FIELDS: MessageChecks = {
  ready: { precision: text(10), calibrationMs: number },
  "boot-failed": { part: text(10), reason: text(1_000) },
  console: { lines: list(LIMITS.pendingLines, line), omitted: number },
  plot: { label: text(LIMITS.labelCharacters), values: buffer },
  case: {
    index: number,
    shape: nullable(list(LIMITS.rank, number)),
    values: nullable(buffer),
    problem: nullable(text(500)),
    error,
  },
  seen: { calls: list(SEEN_CAPS.calls, seen) },
  end: { status: text(20), error, calls: list(CALL_LOG_CAPS.calls, call) },
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
  for (const [name, fits] of Object.entries<Check>(FIELDS[data.kind])) {
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
