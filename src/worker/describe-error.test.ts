import { describe, expect, it } from "vitest";
import { LIMITS } from "../protocol/limits";
import { describeError, lineInStack } from "./describe-error";
import { ProgramError } from "./program-error";

const address = "blob:null/4b4f";
const show = (value: unknown) => String(value);

describe("describeError", () => {
  it("names type, message and the innermost line of the learner's module", () => {
    const error = new TypeError("no");
    error.stack = `TypeError: no\n at inner (blob:null/worker:1:99)\n at f (${address}:12:5)\n at ${address}:30:1`;
    expect(describeError(error, address, show)).toEqual({
      type: "TypeError",
      message: "no",
      line: 12,
      explain: null,
    });
  });

  it("reads stacks of other engines", () => {
    expect(lineInStack(`f@${address}:7:3\n@${address}:9:1`, address)).toBe(7);
    expect(lineInStack("nothing of the learner", address)).toBeNull();
  });

  it("keeps what was found before the run", () => {
    const error = new ProgramError("ImportError", "not there", 3, "name-not-available");
    expect(describeError(error, null, show)).toEqual({
      type: "ImportError",
      message: "not there",
      line: 3,
      explain: "name-not-available",
    });
  });

  it("survives whatever is thrown", () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    const trap = new Proxy(new Error("x"), {
      get() {
        throw new Error("from the getter");
      },
      getPrototypeOf() {
        throw new Error("from the trap");
      },
    });
    const getter = new Error("x");
    Object.defineProperty(getter, "message", {
      get() {
        throw new Error("from the getter");
      },
    });
    const unshowable = () => {
      throw new Error("cannot");
    };
    for (const thrown of [null, undefined, 3, "text", cyclic, trap, getter, Symbol("s"), () => 0]) {
      const { type, message } = describeError(thrown, address, unshowable);
      expect(type).toBeTypeOf("string");
      expect(message).toBeTypeOf("string");
    }
  });

  it("bounds what it says", () => {
    const error = new Error("m".repeat(1e6));
    error.name = "N".repeat(1e6);
    const { type, message } = describeError(error, null, show);
    expect(type).toHaveLength(LIMITS.errorTypeCharacters);
    expect(message).toHaveLength(LIMITS.errorCharacters);
  });
});
