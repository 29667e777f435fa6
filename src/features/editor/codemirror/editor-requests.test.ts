import { history, redo, undo } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import type { StateCommand } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { markedRanges, marking } from "./marked-ranges";
import { requestedEdit } from "./requested-edit";

const SOURCE = "grad(loss)\nstep()\n";
const start = () => EditorState.create({ doc: SOURCE, extensions: [history(), markedRanges] });

function after(state: EditorState, command: StateCommand): EditorState {
  let next = state;
  command({ state, dispatch: (transaction) => (next = transaction.state) });
  return next;
}

function typed(state: EditorState, at: number, text: string): EditorState {
  return state.update({ changes: { from: at, insert: text }, userEvent: "input.type" }).state;
}

describe("an edit that the page asks for", () => {
  const changes = [
    { from: 9, to: 9, insert: ", argnums=(0, 1)" },
    { from: 11, to: 15, insert: "sgd" },
  ];
  const EDITED = "grad(loss, argnums=(0, 1))\nsgd()\n";

  it("is one step back, apart from what was typed before and after it", () => {
    const before = typed(start(), SOURCE.length, "a");
    const source = before.doc.toString();
    const spec = requestedEdit(before, { source, changes });
    const edited = before.update(spec ?? {}).state;
    expect(edited.doc.toString()).toBe(`${EDITED}a`);
    const more = typed(edited, edited.doc.length, "b");
    const one = after(more, undo);
    expect(one.doc.toString()).toBe(`${EDITED}a`);
    const two = after(one, undo);
    expect(two.doc.toString()).toBe(`${SOURCE}a`);
    expect(after(two, undo).doc.toString()).toBe(SOURCE);
    expect(after(two, redo).doc.toString()).toBe(`${EDITED}a`);
  });

  it("is left alone where the text is another by now", () => {
    expect(requestedEdit(typed(start(), 0, "#"), { source: SOURCE, changes })).toBeNull();
    expect(requestedEdit(start(), { source: SOURCE, changes: [] })).toBeNull();
  });
});

describe("marked ranges", () => {
  const marked = {
    ranges: [
      { from: 0, to: 4, look: "first" },
      { from: 5, to: 5, look: "plain" },
      { from: 11, to: 15, look: "second" },
    ],
    reveal: true,
  } as const;

  function shown(state: EditorState): string[] {
    const found: string[] = [];
    state.field(markedRanges).between(0, state.doc.length, (from, to, { spec }) => {
      found.push(`${spec.class}: ${state.doc.sliceString(from, to)}`);
    });
    return found;
  }

  it("are those of the last call, without the empty ones", () => {
    const state = start().update(marking(start(), marked)).state;
    expect(shown(state)).toEqual(["marked marked-first: grad", "marked marked-second: step"]);
    const other = state.update(marking(state, { ranges: [marked.ranges[0]], reveal: false })).state;
    expect(shown(other)).toEqual(["marked marked-first: grad"]);
    expect(shown(other.update(marking(other, null)).state)).toEqual([]);
  });

  it("go away with the next edit", () => {
    const state = start().update(marking(start(), marked)).state;
    expect(shown(typed(state, 0, "#"))).toEqual([]);
  });
});
