import { insertNewlineAndIndent } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import type { StateCommand } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../protocol/backend";
import { editing } from "./create-codemirror";
import { stepLeft, stepRight } from "./indenting";
import { SYMBOLS } from "./SymbolRow";
import { hanging } from "./wrapped-lines";

function after(doc: string, language: "python" | "typescript", command: StateCommand): string {
  const at = doc.indexOf("|");
  let state = EditorState.create({
    doc: doc.replace("|", ""),
    selection: { anchor: at },
    extensions: editing(language),
  });
  command({ state, dispatch: (transaction) => (state = transaction.state) });
  return state.doc.toString();
}

describe("the editor for touch", () => {
  it("indents Python by four, as the code that is there", () => {
    expect(after("def f():|", "python", insertNewlineAndIndent)).toBe("def f():\n    ");
    expect(after("def f():\n    if x:|", "python", insertNewlineAndIndent)).toBe(
      "def f():\n    if x:\n        ",
    );
    expect(after("def f():\n|", "python", stepRight)).toBe("def f():\n    ");
    expect(after("def f():\n        |x", "python", stepLeft)).toBe("def f():\n    x");
  });

  it("indents TypeScript by two", () => {
    expect(after("function f() {|\n}", "typescript", insertNewlineAndIndent)).toBe(
      "function f() {\n  \n}",
    );
    expect(after("|x", "typescript", stepRight)).toBe("  x");
  });

  it("has every symbol that the lesson's programs need", () => {
    for (const symbol of "@#'_()[]{}:=,.-") expect(SYMBOLS.python).toContain(symbol);
    expect(SYMBOLS.python).not.toContain(";");
    expect(SYMBOLS.python).not.toContain("=>");
    for (const symbol of ["=>", ";", ..."_()[]{}:=,.-"])
      expect(SYMBOLS.typescript).toContain(symbol);
    for (const language of LANGUAGES)
      expect(new Set(SYMBOLS[language]).size).toBe(SYMBOLS[language].length);
  });

  it("sets in what goes on below, by the line's own indent and a little more", () => {
    expect(hanging("    x = 1")).toBe("padding-left: calc(6px + 6ch); text-indent: -6ch");
    expect(hanging(" ".repeat(60))).toContain("18ch");
  });
});
