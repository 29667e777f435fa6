import { describe, expect, it } from "vitest";
import type { SeenCall } from "../../lib/seen-call";
import { insideRows } from "./inside-rows";

const leaf = (path: string, ...values: number[]) => ({ path, shape: [values.length], values });
const seen: SeenCall[] = [
  {
    name: "step",
    call: 1,
    names: [
      {
        name: "grads",
        line: 9,
        leaves: [leaf("[0]['kernel']", 1), leaf("[1]['params']['bias']", 2)],
      },
    ],
  },
  {
    name: "loss_fn",
    call: 1,
    names: [{ name: "Hidden_Layer", line: 4, leaves: [leaf("", 3, 4)] }],
  },
  {
    name: "loss_fn",
    call: 2,
    names: [{ name: "Hidden_Layer", line: 4, leaves: [leaf("", 5, 6)] }],
  },
];

describe("the steps of a look inside", () => {
  it("are found by any of their names, in the first call that has one", () => {
    const [row] = insideRows([{ title: "H", from: ["h", "hiddenlayer"] }], seen, null);
    expect(row).toEqual({ title: "H", name: "Hidden_Layer", line: 4, leaves: [leaf("", 3, 4)] });
  });

  it("share a tree by the paths of its leaves", () => {
    const linen = (path: string) => path.includes("params");
    const rows = insideRows(
      [
        { title: "A", from: ["grads"], leaves: (path) => !linen(path) },
        { title: "B", from: ["grads"], leaves: linen },
      ],
      seen,
      null,
    );
    expect(rows.map(({ leaves }) => leaves[0].values)).toEqual([[1], [2]]);
  });

  it("are empty where the record lacks them, and never filled from elsewhere", () => {
    const steps = [
      { title: "P", from: ["prediction"] },
      { title: "Before", from: 0 },
      { title: "After", from: 1 },
    ];
    const rows = insideRows(steps, seen, [0.5]);
    expect(rows.map(({ leaves }) => leaves.length)).toEqual([0, 1, 0]);
    expect(insideRows(steps, [], null).every(({ leaves }) => leaves.length === 0)).toBe(true);
  });
});
