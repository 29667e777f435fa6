import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { recordings, recordingsList } from "./list-recordings";

const README = "golden/README.md";

it("golden/README.md says what writes and what reads each recording", async () => {
  const [head] = readFileSync(README, "utf8").split(/(?<=\n## The recordings\n)/);
  await expect(`${head}\n${recordingsList()}\n`).toMatchFileSnapshot(`../../${README}`);
});

describe.each(recordings())("golden/recordings/$name.json", ({ name, writers, readers }) => {
  it("has one recorder", () => expect(writers).toHaveLength(1));
  it("is read by a test", () => expect(readers).not.toEqual([]));
  it("has one case a line, as golden/recorders/recording.py writes it", () => {
    const text = readFileSync(`golden/recordings/${name}.json`, "utf8");
    const { recorded_from: versions, ...parts } = JSON.parse(text);
    const lines = text.split("\n").values();
    const next = (): string => lines.next().value ?? "";
    expect(JSON.parse(`${next()}}`)).toEqual({ recorded_from: versions });
    for (const [part, cases] of Object.entries<object>(parts)) {
      const isList = Array.isArray(cases);
      expect(next()).toBe(`,${JSON.stringify(part)}: ${isList ? "[" : "{"}`);
      Object.entries<unknown>({ ...cases }).forEach(([key, value], at) => {
        const line = next();
        expect(line[0]).toBe(at === 0 ? " " : ",");
        const found: unknown = JSON.parse(isList ? line.slice(1) : `{${line.slice(1)}}`);
        expect(found).toEqual(isList ? value : { [key]: value });
      });
      expect(next()).toBe(isList ? "]" : "}");
    }
    expect([...lines]).toEqual(["}", ""]);
  });
});
