import { describe, expect, it } from "vitest";
import { linkedState, linkTo } from "./figure-place";

const PLACE = { id: "step-plane", lesson: "#/lesson/one" };

describe("a figure's address", () => {
  it("gives the state back that it was made of", () => {
    const state = { lr: "0.1", code: "a b&c=d#e" };
    expect(linkedState(linkTo(PLACE, state), PLACE)).toEqual(state);
    expect(linkTo(PLACE, { lr: "0.1" })).toBe("#/lesson/one/figure/step-plane?lr=0.1");
    expect(linkTo(PLACE, {})).toBe("#/lesson/one/figure/step-plane");
  });

  it("may leave the lesson out, and says nothing of another figure", () => {
    expect(linkedState("#/lesson/figure/step-plane?lr=0.1&seed=3", PLACE)).toEqual({
      lr: "0.1",
      seed: "3",
    });
    expect(linkedState("#/lesson/figure/step-plane", PLACE)).toBeNull();
    expect(linkedState("#/lesson/one/figure/trees?lr=0.1", PLACE)).toBeNull();
    expect(linkedState("#section", PLACE)).toBeNull();
  });
});
