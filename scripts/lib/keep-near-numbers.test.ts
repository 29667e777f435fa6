import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { keepNearNumbers } from "./keep-near-numbers.mjs";

it("keeps old floats that differ by rounding, and nothing else", () => {
  const before = '{"n": 3, "x": [1.25, -7.0e-3],\n "y": 0.5, "text": "a"}';
  expect(keepNearNumbers(before, before)).toBe(before);
  expect(
    keepNearNumbers(before, '{"n": 3, "x": [1.250001, -7.0001e-3],\n "y": 0.5, "text": "a"}'),
  ).toBe(before);
  expect(
    keepNearNumbers(before, '{"n": 4, "x": [1.250001, -7.1e-3],\n "y": 0.6, "text": "b"}'),
  ).toBe('{"n": 4, "x": [1.25, -7.1e-3],\n "y": 0.6, "text": "b"}');
  expect(keepNearNumbers(before, '{"y": 0.5000001}')).toBe('{"y": 0.5000001}');
  expect(keepNearNumbers("[-1.25, 1.8640547]", "[-1.250001 , 1.8640546]")).toBe(
    "[-1.25, 1.8640547]",
  );
  expect(keepNearNumbers("[ 2.2432437  4.15 ]", "[ 2.243244   4.15 ]")).toBe("[ 2.2432437  4.15 ]");
});

/** A recording as another run of its recorder gives it: every float but those of arguments is off by rounding. */
function recordedAgain(text: string): string[] {
  return text
    .split("\n")
    .map((line) =>
      line.replace(/(?<="values": .*)-?\d+\.\d+(?:e-?\d+)?/g, (number) =>
        String(Math.fround(Number(number) * (1 + 2e-7))).replace(/^-?\d+$/, "$&.0"),
      ),
    );
}

const FUNCTIONS = readFileSync("golden/recordings/numpy_functions.json", "utf8");
const CASE = ',{"f": "jax.numpy.cbrt", "args": [0.125], "kwargs": {}, "values": [0.5]}';

/** The lines of one text that the other has not. */
function linesOnlyIn(text: string, other: string): string[] {
  const theirs = new Set(other.split("\n"));
  return text.split("\n").filter((line) => !theirs.has(line));
}

it("changes one line of a recording for one case that is added, wherever it stands", () => {
  const lines = recordedAgain(FUNCTIONS);
  expect(linesOnlyIn(lines.join("\n"), FUNCTIONS).length).toBeGreaterThan(400);
  const afterLast = lines.length - 3;
  for (const at of [4, 300, afterLast]) {
    const kept = keepNearNumbers(FUNCTIONS, lines.toSpliced(at, 0, CASE).join("\n"));
    expect(linesOnlyIn(kept, FUNCTIONS)).toEqual([CASE]);
    expect(linesOnlyIn(FUNCTIONS, kept)).toEqual([]);
    expect(() => JSON.parse(kept)).not.toThrow();
  }
});

it("changes the lines of cases that are taken out or change, and no other's", () => {
  const lines = recordedAgain(FUNCTIONS);
  const [gone] = lines.splice(300, 1);
  expect(JSON.parse(gone.slice(1))).toHaveProperty("f");
  const kept = keepNearNumbers(FUNCTIONS, lines.join("\n"));
  expect(kept.split("\n")).toEqual(FUNCTIONS.split("\n").toSpliced(300, 1));

  const changed = lines[200].replace(/"values": .*?"dtype": "\w+"/, '"values": "dtype": "int8"');
  const other = keepNearNumbers(FUNCTIONS, lines.with(200, changed).join("\n"));
  expect(linesOnlyIn(other, FUNCTIONS)).toHaveLength(1);
});

it("finds cases that have moved", () => {
  const lines = recordedAgain(FUNCTIONS);
  const kept = keepNearNumbers(
    FUNCTIONS,
    lines.toSpliced(20, 0, ...lines.splice(500, 5)).join("\n"),
  );
  expect(linesOnlyIn(kept, FUNCTIONS)).toEqual([]);
});

it("tells cases apart that differ in their arguments alone", () => {
  const text = (...cases: string[]): string => ['{"recorded_from": {}', ...cases, "}"].join("\n");
  const one = ',{"args": [0.5], "value": 0.25}';
  const two = ',{"args": [1.5], "value": 2.25}';
  const three = ',{"args": [2.5], "value": 6.25}';
  const between = ',{"args": [1.0], "value": 1.0}';
  const twoAgain = ',{"args": [1.5], "value": 2.2500002}';
  expect(keepNearNumbers(text(one, two, three), text(one, between, twoAgain, three))).toBe(
    text(one, between, two, three),
  );
  // What is near another case's argument is a case of its own where that one is still there.
  const tiny = [',{"args": [1e-07], "value": 0.5}', ',{"args": [3e-07], "value": 0.5}'];
  expect(keepNearNumbers(text(tiny[0]), text(...tiny))).toBe(text(...tiny));
  expect(keepNearNumbers(text(tiny[0]), text(...tiny.toReversed()))).toBe(
    text(...tiny.toReversed()),
  );
});
