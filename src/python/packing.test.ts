import { describe, expect, it } from "vitest";
import { seededRandom } from "../lib/seeded-random";
import { packFiles, unpackFiles } from "./pack-files";
import { packMemory, unpackMemory } from "./sparse-memory";

describe("packed files", () => {
  it("come out as they went in, texts as UTF-8", () => {
    const files = { "a/b.py": "x = 'ä'\n", "empty.py": "", "c.pyc": Uint8Array.of(0, 255, 7) };
    const out = unpackFiles(packFiles(files));
    expect(Object.keys(out)).toEqual(Object.keys(files));
    expect(new TextDecoder().decode(out["a/b.py"] as Uint8Array)).toBe(files["a/b.py"]);
    expect(out["empty.py"]).toHaveLength(0);
    expect([...out["c.pyc"]]).toEqual([0, 255, 7]);
  });
});

describe("a sparse memory", () => {
  it.each([[0], [1], [4096 * 5], [4096 * 5 + 16]])("of %d bytes comes back whole", (size) => {
    const random = seededRandom(size);
    const memory = new Uint8Array(size);
    for (let i = 0; i < size; i += random.integer(1, 3000)) {
      if (Math.floor(i / 4096) % 2 === 0) memory[i] = random.integer(1, 255);
    }
    if (size > 0) memory[size - 1] = 9;
    expect(unpackMemory(packMemory(memory).buffer)).toEqual(memory);
  });

  it("leaves out empty pages", () => {
    const memory = new Uint8Array(4096 * 100);
    memory[4096 * 50] = 1;
    expect(packMemory(memory).byteLength).toBe(3 * 4 + 4096);
  });
});
