import { describe, expect, it } from "vitest";
import { parseRoute, routeHash, toLesson } from "./route";
import type { Route } from "./route";

const SLUGS = ["one", "second-one"];
const parse = (hash: string) => parseRoute(hash, SLUGS);

describe("routes", () => {
  it.each([
    "",
    "#/",
    "#/playground/../x",
    "#/elsewhere",
    "#/lesson",
    "#/lesson/",
    "#/lesson/gone",
    "#/lesson/gone/figure/a",
    "#/lesson/one/figure/",
  ])("reads %s as the first lesson", (hash) => {
    expect(parse(hash)).toEqual(toLesson("one"));
  });

  it.each([
    ["#/playground", { page: "playground" }],
    ["#/playground/", { page: "playground" }],
    ["#/lessons", { page: "lessons" }],
    ["#/lesson/second-one", toLesson("second-one")],
    ["#/lesson/second-one/", toLesson("second-one")],
    ["#/lesson/figure/plane", { ...toLesson("one"), figure: "plane" }],
    ["#/lesson/second-one/figure/a-b", { ...toLesson("second-one"), figure: "a-b" }],
    ["#/lesson/figure/plane?lr=0.1", { ...toLesson("one"), figure: "plane", state: "lr=0.1" }],
    ["#/lesson/one?lr=0.1", toLesson("one")],
    ["#/lesson/second-one#your-turn", { ...toLesson("second-one"), section: "your-turn" }],
    ["#/lesson/second-one/#your-turn", { ...toLesson("second-one"), section: "your-turn" }],
    ["#/lesson/one#%C3%BCber", { ...toLesson("one"), section: "über" }],
    ["#your-turn", { ...toLesson("one"), section: "your-turn" }],
    ["#/lesson/gone#your-turn", toLesson("one")],
    ["#/lesson/one#%E0%A4%A", toLesson("one")],
  ] as const)("reads %s", (hash, route) => {
    expect(parse(hash)).toEqual(route);
  });

  it.each<Route>([
    toLesson("one"),
    toLesson("second-one"),
    { ...toLesson("second-one"), figure: "plane" },
    { ...toLesson("second-one"), figure: "plane", state: "lr=0.1&seed=3" },
    { ...toLesson("one"), section: "your-turn" },
    { page: "lessons" },
    { page: "playground" },
  ])("finds %o again from its own address", (route) => {
    expect(parse(routeHash(route))).toEqual(route);
  });
});
