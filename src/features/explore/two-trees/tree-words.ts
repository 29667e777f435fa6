import type { TreesAt, TreeLeaf, TwoTreesModel } from "../../../figure-models/two-trees-model";

/** What of the trees is seen: before an update, its gradient, the change, and after it. */
export const VIEWS = ["before", "gradient", "change", "after"] as const;
export type View = (typeof VIEWS)[number];

export const VIEW_NAMES: Readonly<Record<View, string>> = {
  before: "Before",
  gradient: "Gradient",
  change: "Change",
  after: "After",
};

/** The numbers of every leaf in a view of the update after `steps` others. */
export function numbersOf(model: TwoTreesModel, steps: number, view: View): TreesAt["values"] {
  const now = model.at(steps);
  switch (view) {
    case "before":
      return now.values;
    case "gradient":
      return now.gradient;
    case "change":
      return now.gradient.map((leaf) => leaf.map((slope) => -model.lr * slope));
    case "after":
      return model.at(steps + 1).values;
  }
}

/** Whether a switched-off unit leaves this entry without a gradient. */
export function isOff(leaf: TreeLeaf, index: number, off: readonly number[]): boolean {
  if (leaf.units === null) return false;
  const unit = leaf.units === "columns" ? index % leaf.columns : Math.floor(index / leaf.columns);
  return off.includes(unit);
}

/** What a view shows, in a few sentences. */
export function treesSentence(model: TwoTreesModel, steps: number, view: View): string {
  const now = model.at(steps);
  const name = `Update ${steps + 1} of ${model.steps}`;
  const loss = now.loss.toFixed(4);
  switch (view) {
    case "before":
      return `${name}, before it: the loss is ${loss}. ${unitsSaid(now.off)}`;
    case "gradient":
      return `${name}, its gradient: one number for each number of both trees, in trees of the same form. ${zerosSaid(model, now.off)}`;
    case "change":
      return `${name}, the change: −${model.lr} times the gradient. ${zerosSaid(model, now.off)}`;
    case "after":
      return `${name}, after it: the loss is ${model.at(steps + 1).loss.toFixed(4)}, from ${loss}.`;
  }
}

/** The drawing in words: what each tree holds, then what a view shows. */
export function drawingSaid(
  model: TwoTreesModel,
  language: "python" | "typescript",
  sentence: string,
): string {
  const held = model.trees.map(({ name }, half) => {
    const leaves = model.leaves.filter((leaf) => leaf.half === half);
    return `${name[language]} holds ${leaves.map((leaf) => `${leaf.name}, ${leaf.kind}`).join(", and ")}`;
  });
  return `${held.join("; ")}. ${sentence}`;
}

function unitsSaid(off: readonly number[]): string {
  return off.length === 0
    ? "No hidden unit is switched off."
    : `ReLU has switched off ${unitNames(off)}.`;
}

/** Why some of the gradient is zero. */
function zerosSaid({ leaves }: TwoTreesModel, off: readonly number[]): string {
  if (off.length === 0) return "No hidden unit is switched off.";
  const rows = leaves.filter(({ units }) => units === "rows").map(({ name }) => name);
  const one = off.length === 1;
  return `ReLU has switched off ${unitNames(off)}: nothing passes back through ${one ? "it" : "them"}, so the column${one ? "" : "s"} of ${one ? "this unit" : "these units"} in the encoder ${one ? "is" : "are"} 0, and since ${one ? "it gives" : "they give"} 0 to the head, the row${one ? "" : "s"} in ${rows.join(" and ")} ${one ? "is" : "are"} 0, too.`;
}

function unitNames(units: readonly number[]): string {
  const last = units.at(-1);
  return units.length === 1 ? `unit ${last}` : `units ${units.slice(0, -1).join(", ")} and ${last}`;
}

/** Where a leaf is named, for those who do not see the marks. */
export function linesSaid(leaf: TreeLeaf, path: string, lines: readonly number[]): string {
  const where =
    lines.length === 0
      ? "No line of the program in the editor names it."
      : `The program in the editor names it in line${lines.length === 1 ? "" : "s"} ${listOf(lines)}.`;
  return `${leaf.name} is ${path}, ${leaf.kind}. ${where}`;
}

function listOf(numbers: readonly number[]): string {
  const last = numbers.at(-1);
  return numbers.length < 2 ? String(last) : `${numbers.slice(0, -1).join(", ")} and ${last}`;
}
