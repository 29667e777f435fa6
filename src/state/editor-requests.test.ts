import { describe, expect, it } from "vitest";
import { areApart, changedText } from "./editor-requests";
import { SLUG, startedLab } from "./testing/started-lab";

describe("changedText", () => {
  it("makes all changes at once, in offsets of the text before", () => {
    const changes = [
      { from: 0, to: 1, insert: "ab" },
      { from: 3, to: 3, insert: "!" },
      { from: 4, to: 6, insert: "" },
    ];
    expect(changedText("012345", changes)).toBe("ab12!3");
    expect(changedText("012", [])).toBe("012");
  });
});

describe("a line that is asked for", () => {
  it("opens the editor, belongs to the text that was shown, and is asked for once", async () => {
    const { lab, state } = await startedLab();
    lab.actions.edit(SLUG, "one\ntwo");
    lab.actions.openPane("results");
    lab.actions.goToLine(SLUG, 2);
    expect(state()).toMatchObject({
      pane: "edit",
      lineRequest: { desk: SLUG, language: "python", source: "one\ntwo", line: 2 },
    });
    const { id = 0 } = state().lineRequest ?? {};
    lab.actions.lineShown(id + 1);
    expect(state().lineRequest).not.toBeNull();
    lab.actions.lineShown(id);
    expect(state().lineRequest).toBeNull();
  });
});

describe("areApart", () => {
  it("refuses what overlaps, runs backwards or lies outside", () => {
    expect(areApart([], 0)).toBe(true);
    expect(
      areApart(
        [
          { from: 0, to: 2 },
          { from: 2, to: 3 },
        ],
        3,
      ),
    ).toBe(true);
    expect(
      areApart(
        [
          { from: 0, to: 2 },
          { from: 1, to: 3 },
        ],
        3,
      ),
    ).toBe(false);
    expect(areApart([{ from: 2, to: 1 }], 3)).toBe(false);
    expect(areApart([{ from: 1, to: 4 }], 3)).toBe(false);
  });
});

describe("what is asked of the editor", () => {
  const seen = { desk: SLUG, language: "python", source: "py starter" } as const;
  const edit = { ...seen, changes: [{ from: 0, to: 2, insert: "my" }], said: "Renamed." };

  it("waits in the state until the editor has done it", async () => {
    const { lab, state } = await startedLab();
    expect(lab.actions.requestEdit(edit)).toBe(true);
    const { editRequest } = state();
    expect(editRequest).toMatchObject(edit);
    lab.actions.editDone((editRequest?.id ?? NaN) + 1);
    expect(state().editRequest).toBe(editRequest);
    lab.actions.editDone(editRequest?.id ?? NaN);
    expect(state().editRequest).toBeNull();
  });

  it("is told apart from the one before", async () => {
    const { lab, state } = await startedLab();
    lab.actions.requestEdit(edit);
    const first = state().editRequest?.id;
    lab.actions.requestEdit(edit);
    expect(state().editRequest?.id).not.toBe(first);
  });

  it("is refused for a text that is no longer there, or for changes that overlap", async () => {
    const { lab, state } = await startedLab();
    const twice = [...edit.changes, { from: 1, to: 3, insert: "" }];
    expect(lab.actions.requestEdit({ ...edit, changes: twice })).toBe(false);
    lab.actions.edit(SLUG, "py starter, edited");
    expect(lab.actions.requestEdit(edit)).toBe(false);
    expect(state().editRequest).toBeNull();
  });

  it("marks ranges until they are taken away or the page goes elsewhere", async () => {
    const { lab, state } = await startedLab();
    const marked = { ...seen, ranges: [{ from: 3, to: 10, look: "first" }], reveal: true } as const;
    lab.actions.mark(marked);
    expect(state().marked).toEqual(marked);
    lab.actions.mark(null);
    expect(state().marked).toBeNull();
    lab.actions.mark(marked);
    lab.actions.requestEdit(edit);
    lab.actions.goTo({ page: "playground" });
    expect(state()).toMatchObject({ marked: null, editRequest: null });
  });
});
