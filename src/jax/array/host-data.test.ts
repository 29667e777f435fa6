import { afterEach, expect, it, vi } from "vitest";
import { allocate } from "./host-data";

afterEach(() => void vi.unstubAllGlobals());

it("says so in plain words where the browser has no memory left", () => {
  vi.stubGlobal(
    "Float32Array",
    class {
      constructor() {
        throw new RangeError("Array buffer allocation failed");
      }
    },
  );
  expect(() => allocate("float32", 2 ** 20)).toThrow(
    expect.objectContaining({
      name: "OutOfMemoryError",
      message: expect.stringMatching(/^The browser has no memory left for an array of 1,048,576/),
    }),
  );
});
