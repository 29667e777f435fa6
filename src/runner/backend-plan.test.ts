import { describe, expect, it } from "vitest";
import { BackendPlan, isSafari } from "./backend-plan";

function setUp(safari = false) {
  const clock = { time: 0 };
  return { clock, plan: new BackendPlan(() => clock.time, safari) };
}

describe("BackendPlan", () => {
  it("tries webgl, then the cpu, and in Safari the cpu alone", () => {
    expect(setUp().plan.candidates(null)).toEqual(["webgl", "cpu"]);
    expect(setUp(true).plan.candidates(null)).toEqual(["cpu"]);
    expect(setUp(true).plan.note("cpu")).toBeNull();
    expect(isSafari("Apple Computer, Inc.")).toBe(true);
    expect(isSafari("Google Inc.")).toBe(false);
  });

  it("tries what was chosen first, and nothing that cannot work", () => {
    const { plan } = setUp();
    plan.prefer("cpu");
    expect(plan.candidates(null)).toEqual(["cpu", "webgl"]);
    expect(plan.note("cpu")).toBeNull();
    plan.prefer(null);
    expect(plan.candidates(null)).toEqual(["webgl", "cpu"]);
    const inSafari = setUp(true).plan;
    inSafari.prefer("webgl");
    expect(inSafari.candidates(null)).toEqual(["cpu"]);
  });

  it("keeps to a backend that is asked for by name", () => {
    const { plan } = setUp();
    plan.failed("webgl", "no");
    expect(plan.candidates("webgl")).toEqual(["webgl"]);
  });

  it("leaves WebGL alone after the second loss, and comes back to it later", () => {
    const { plan, clock } = setUp();
    plan.lost();
    expect(plan.candidates(null)[0]).toBe("webgl");
    plan.lost();
    expect(plan.candidates(null)).toEqual(["cpu"]);
    expect(plan.note("cpu")).toBe("The GPU context was lost twice. Runs use cpu for now.");
    clock.time += 160_000;
    expect(plan.candidates(null)[0]).toBe("webgl");
    expect(plan.note("webgl")).toBeNull();
  });

  it("does not add up losses that lie far apart", () => {
    const { plan, clock } = setUp();
    plan.lost();
    clock.time += 160_000;
    plan.lost();
    expect(plan.candidates(null)[0]).toBe("webgl");
  });

  it("always leaves one to try", () => {
    const { plan } = setUp();
    for (const backend of ["webgl", "cpu"] as const) plan.failed(backend, "no");
    expect(plan.candidates(null)).toEqual(["cpu"]);
  });
});
