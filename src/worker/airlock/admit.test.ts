import { describe, expect, it } from "vitest";
import { LIMITS } from "../../protocol/limits";
import { parseFromFrame } from "../../protocol/wire";
import { admit, type Checks, type MessageChecks } from "./admit";

const SEEN_NAME = {
  name: "h",
  line: 3,
  leaves: [
    { path: "", shape: [2], values: [0.5, NaN] },
    { path: "['a']", shape: [], values: null },
  ],
};

const good = [
  { kind: "ready", precision: "float32", calibrationMs: 12 },
  { kind: "boot-failed", part: "backend", reason: "no WebGL" },
  { kind: "console", lines: [{ level: "log", text: "hi" }], omitted: 0 },
  { kind: "plot", label: "loss", values: new ArrayBuffer(8) },
  { kind: "case", index: 0, shape: [2], values: new ArrayBuffer(8), problem: null, error: null },
  { kind: "case", index: 1, shape: null, values: null, problem: "null", error: null },
  { kind: "end", status: "done", error: null, calls: [] },
  { kind: "seen", calls: [{ name: "f", call: 1, names: [SEEN_NAME] }] },
  {
    kind: "end",
    status: "done",
    error: null,
    calls: [{ name: "grad", about: ["0", "1"], line: 21 }],
  },
  { kind: "pong" },
  { kind: "context-lost" },
  { kind: "ended" },
];

const bad = [
  null,
  3,
  "end",
  { pass: true },
  { kind: "pass" },
  { kind: "constructor" },
  { kind: "case", index: 0, shape: [2], values: [1, 2], problem: null, error: null },
  { kind: "case", index: 0, shape: [1e6], values: new Float32Array(2), problem: null, error: null },
  {
    kind: "case",
    index: 0,
    shape: Array.from({ length: 3_000 }, () => 1),
    values: null,
    problem: "",
    error: null,
  },
  {
    kind: "case",
    index: 0,
    shape: null,
    values: new ArrayBuffer(LIMITS.resultBytes + 4),
    problem: null,
    error: null,
  },
  { kind: "console", lines: Array.from({ length: 300 }, () => ({})), omitted: 0 },
  { kind: "console", lines: [{ level: "log", text: "x".repeat(5_000) }], omitted: 0 },
  { kind: "console", lines: [{ level: "log", text: "x", more: [] }], omitted: 0 },
  { kind: "console", lines: [{ text: "x", more: [] }], omitted: 0 },
  {
    kind: "end",
    status: "done",
    error: { type: "x", message: "y".repeat(1e5), line: 1, explain: null },
    calls: [],
  },
  {
    kind: "end",
    status: "done",
    error: { type: "x", message: "y", line: 1, explain: null, more: [] },
    calls: [],
  },
  endWith("grad"),
  endWith(Object.assign([], { more: [] })),
  endWith([, { name: "grad", about: [], line: null }]),
  endWith([{ name: "grad", about: [], line: null, more: [] }]),
  endWith([{ name: "g".repeat(1e4), about: [], line: null }]),
  endWith([{ name: "grad", about: Array.from({ length: 1e4 }, () => "0"), line: null }]),
  endWith([{ name: "grad", about: ["x".repeat(1e4)], line: null }]),
  endWith([{ name: "grad", about: [], line: "21" }]),
  { kind: "seen", calls: [{ name: "f", call: 1, names: [{ ...SEEN_NAME, more: 1 }] }] },
  { kind: "seen", calls: [{ name: "f", call: 1, names: Array(1e4).fill(SEEN_NAME) }] },
  endWith(Array.from({ length: 1e4 }, () => ({ name: "grad", about: [], line: null }))),
];

function endWith(calls: unknown) {
  return { kind: "end", status: "done", error: null, calls };
}

/** Compiled with the rest: each directive is an error as soon as its line is none. */
describe("the table of checks", () => {
  const any = () => true;

  it("does not compile where a field of a message is forgotten or unknown", () => {
    const plot: MessageChecks["plot"] = { label: any, values: any };
    // @ts-expect-error -- `values` is forgotten
    const forgotten: MessageChecks["plot"] = { label: any };
    // @ts-expect-error -- no plot has a `pass`
    const unknown: MessageChecks["plot"] = { label: any, values: any, pass: any };
    // @ts-expect-error -- a field that may be absent is checked all the same
    const optional: Checks<{ shape?: number[] }> = {};
    expect(
      [plot, forgotten, unknown, optional].map((checks) => Object.keys(checks).length),
    ).toEqual([2, 1, 3, 0]);
  });

  it("has a row for every kind of message", () => {
    // @ts-expect-error -- all kinds but one are forgotten
    const rows: MessageChecks = { pong: {} };
    expect(Object.keys(rows)).toEqual(["pong"]);
  });
});

describe("admit", () => {
  it.each(good)("lets $kind through, and the page understands it", (message) => {
    const admitted = admit(message);
    expect(admitted?.message).toEqual(message);
    expect(parseFromFrame(admitted?.message)).toEqual(message);
  });

  it.each(bad.map((message) => [message]))("holds back %j", (message) => {
    expect(admit(message)).toBeNull();
  });

  it("copies named fields only", () => {
    const hostile = JSON.parse(
      `{"kind":"end","status":"done","error":null,"calls":[],"__proto__":{"pass":true},"pass":true}`,
    );
    const message = admit(hostile)?.message;
    expect(Object.keys(message ?? {})).toEqual(["kind", "status", "error", "calls"]);
    expect(message).not.toHaveProperty("pass");
  });

  it("transfers buffers and counts their bytes", () => {
    const values = new ArrayBuffer(400);
    const admitted = admit({ kind: "plot", label: "", values });
    expect(admitted?.transfer).toEqual([values]);
    expect(admitted?.bytes).toBeGreaterThanOrEqual(400);
  });
});
