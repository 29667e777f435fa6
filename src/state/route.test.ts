import { describe, expect, it } from "vitest";
import { parseRoute, routeHash } from "./route";

describe("routes", () => {
  it.each([
    ["", "lesson"],
    ["#/", "lesson"],
    ["#/playground", "playground"],
    ["#/playground/", "playground"],
    ["#two-halves-one-gradient", "lesson"],
    ["#/playground/../x", "lesson"],
    ["#/elsewhere", "lesson"],
  ] as const)("reads %s as %s", (hash, route) => {
    expect(parseRoute(hash)).toBe(route);
  });

  it.each(["lesson", "playground"] as const)("finds %s again from its own address", (route) => {
    expect(parseRoute(routeHash(route))).toBe(route);
  });
});
