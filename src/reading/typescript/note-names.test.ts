import { describe, expect, it } from "vitest";
import { noteNames } from "./note-names";

const START = (name: string) => `const $note=$noteNames("${name}");`;

describe("a program with notes", () => {
  it("notes parameters, declarations and assignments, each on its line", () => {
    const source = [
      "export function step(x: number, { y = 1 }: { y?: number }) {",
      "  const [a, { b, ...c }] = f(x)",
      "  let d: number | undefined;",
      "  d = a + 1;",
      "  for (const row of c) { const e = row; }",
      "  return d;",
      "}",
    ].join("\n");
    expect(noteNames(source).split("\n")).toEqual([
      `export function step(x: number, { y = 1 }: { y?: number }) {${START("step")};$note({x,y},1);`,
      "  const [a, { b, ...c }] = f(x);$note({a,b,c},2);",
      "  let d: number | undefined;;$note({d},3);",
      "  d = a + 1;;$note({d},4);",
      "  for (const row of c) { const e = row;;$note({e},5); }",
      "  return d;",
      "}",
    ]);
  });

  it("gives each function a note of its own", () => {
    const source =
      "function f() {\n  const loss = (w: A) => {\n    const h = w;\n    return h;\n  };\n}";
    expect(noteNames(source).split("\n")).toEqual([
      `function f() {${START("f")}`,
      `  const loss = (w: A) => {${START("loss")};$note({w},2);`,
      "    const h = w;;$note({h},3);",
      "    return h;",
      "  };;$note({loss},2);",
      "}",
    ]);
  });

  it("leaves alone what is outside of functions, in a class, or without a body", () => {
    const source = [
      "const A = 1;",
      "const g = (x: number) => x + A;",
      "class M { call(x: number) { const y = x; return y; } }",
    ].join("\n");
    expect(noteNames(source)).toBe(source);
  });

  it.each([
    ["cannot be read", "function f( {\n const a = ;"],
    ["has that name itself", "function f() { const $note = 1; }"],
  ])("is the program itself where it %s", (_, source) => {
    expect(noteNames(source)).toBe(source);
  });
});
