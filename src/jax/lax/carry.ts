import { avalText, type Aval } from "../array/aval";
import { JaxTypeError } from "../base/errors";
import { treeDifferences } from "../tree/differences";
import { leavesWithPath } from "../tree/path";
import { keystr } from "../tree/keys";
import { told, typeDifference } from "./type-difference";

/** How JAX calls a part of a carry: `carry c`, `carry component c['w']`. */
function partName(name: string, path: string): string {
  const whole = `${name}${path}`;
  return /^[\w$]+$/.test(whole) ? `carry ${whole}` : `carry component ${whole}`;
}

/** Throws JAX's TypeError if a loop's body gives a carry of another structure than it takes. */
export function checkCarryTree(loop: string, name: string, before: unknown, after: unknown): void {
  const found = treeDifferences(before, after, "a <class 'jax._src.core.ShapedArray'>");
  if (found.length === 0) return;
  const lines = found.map(
    ({ path, first, second, reason }) =>
      `the input ${partName(name, keystr(path))} is ${first} but the corresponding component of the carry output is ${second}, so ${reason}`,
  );
  throw new JaxTypeError(
    `${loop} function carry input and carry output must have the same pytree structure, but they differ:\n\n` +
      `${told(lines)}\n\nRevise the function so that the carry output has the same pytree structure as the carry input.`,
  );
}

/** Throws JAX's TypeError if a loop's body gives a carry of other types than it takes. */
export function checkCarryTypes(
  loop: string,
  name: string,
  carry: unknown,
  before: readonly Aval[],
  after: readonly Aval[],
): void {
  const paths = leavesWithPath(carry).map(([path]) => keystr(path));
  const lines = before.flatMap((aval, i) => {
    const why = typeDifference(aval, after[i]);
    return why === null
      ? []
      : [
          `the input ${partName(name, paths[i])} has type ${avalText(aval)} but the corresponding output carry component has type ${avalText(after[i])}, ${why}`,
        ];
  });
  if (lines.length === 0) return;
  throw new JaxTypeError(
    `${loop} function carry input and carry output must have equal types, but they differ:\n\n` +
      `${told(lines)}\n\nRevise the function so that all output types match the corresponding input types.`,
  );
}
