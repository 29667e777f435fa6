import { ValueError } from "../base/errors";

/** One name for each axis of an operand; those that `...` stands for are called "…0", "…1" from the last one on. */
export type Labels = readonly string[];

function labelsOf(term: string, rank: number, operand: number): string[] {
  const [before, after, ...more] = term.split("...");
  if (more.length > 0)
    throw new ValueError("einstein sum subscripts string contains more than one '...'");
  for (const letter of before + (after ?? ""))
    if (!/[a-zA-Z]/.test(letter))
      throw new ValueError(`Character '${letter}' is not a valid symbol.`);
  const named = before.length + (after ?? "").length;
  if (after === undefined ? named !== rank : named > rank)
    throw new ValueError(
      `Einstein sum subscript '${term.replace("...", "")}' does not contain the correct number of indices for operand ${operand}.`,
    );
  const hidden = Array.from({ length: rank - named }, (_, i) => `…${rank - named - 1 - i}`);
  return after === undefined ? [...before] : [...before, ...hidden, ...after];
}

/** Without an arrow, the output has the hidden axes, then the labels that occur once, in alphabetical order. */
function implied(inputs: readonly Labels[], hidden: Labels): string[] {
  const all = inputs.flat().filter((label) => !label.startsWith("…"));
  const once = all.filter((label) => all.indexOf(label) === all.lastIndexOf(label));
  return [...hidden, ...once.sort((a, b) => (a < b ? -1 : 1))];
}

/**
 * The labels of each operand's axes and of the result's, from text such as `"b...i,ij->b...j"`.
 * @throws ValueError if the text does not fit the ranks of the operands
 */
export function parseEinsum(
  subscripts: string,
  ranks: readonly number[],
): { readonly inputs: readonly Labels[]; readonly output: Labels } {
  const [left, right] = subscripts.replace(/\s/g, "").split("->");
  const terms = left.split(",");
  if (terms.length !== ranks.length)
    throw new ValueError(
      "Number of einsum subscripts, characters and terms separated by commas, must be equal to the number of operands.",
    );
  const inputs = terms.map((term, i) => labelsOf(term, ranks[i], i));
  const depth = Math.max(
    0,
    ...inputs.map((labels) => labels.filter((label) => label.startsWith("…")).length),
  );
  const hidden = Array.from({ length: depth }, (_, i) => `…${depth - 1 - i}`);
  if (right === undefined) return { inputs, output: implied(inputs, hidden) };
  const output = right.includes("...")
    ? labelsOf(right, right.length - 3 + depth, terms.length)
    : labelsOf(right, right.length, terms.length);
  const known = new Set(inputs.flat());
  for (const label of output) {
    if (!known.has(label))
      throw new ValueError(`Output character '${label}' did not appear in the input`);
    if (output.indexOf(label) !== output.lastIndexOf(label))
      throw new ValueError(`Output character '${label}' appeared more than once in the output.`);
  }
  return { inputs, output };
}
