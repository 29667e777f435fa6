import type { JaxArray } from "../array/array";
import { range } from "../array/aval";
import { broadcastTo, dotGeneral, reduceSum, reshape, transpose } from "../core/ops";
import { bind } from "../core/trace";
import { fromHost } from "../array/concrete";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { parseEinsum, type Labels } from "./einsum-text";
import { define } from "./function-table";
import { promoted } from "./promote";

/** An operand with one label for each axis. */
interface Labelled {
  readonly array: JaxArray;
  readonly labels: Labels;
}

/** Repeated labels within one operand: only the diagonal counts. */
function diagonalOf({ array, labels }: Labelled): Labelled {
  const twin = labels.findIndex((label, i) => labels.indexOf(label) < i);
  if (twin < 0) return { array, labels };
  const first = labels.indexOf(labels[twin]);
  const n = array.shape[first];
  if (array.shape[twin] !== n)
    throw new ValueError(
      `Size of label '${labels[twin]}' for operand does not match previous terms: ${n} and ${array.shape[twin]}.`,
    );
  const others = range(labels.length).filter((i) => i !== first && i !== twin);
  const moved = transpose(array, [first, twin, ...others]);
  const rest = others.map((i) => array.shape[i]);
  const flat = reshape(moved, [n * n, ...rest]);
  const index = fromHost(
    [n],
    "int32",
    false,
    Int32Array.from(range(n), (i) => i * (n + 1)),
  );
  const diagonal = bind("gather", [flat, index], { axis: 0 });
  return diagonalOf({ array: diagonal, labels: [labels[first], ...others.map((i) => labels[i])] });
}

/** Sums over the labels that nothing else needs. */
function summedTo({ array, labels }: Labelled, needed: ReadonlySet<string>): Labelled {
  const axes = range(labels.length).filter((i) => !needed.has(labels[i]));
  return {
    array: reduceSum(array, axes),
    labels: labels.filter((label) => needed.has(label)),
  };
}

/** The product of two operands, summed over the labels that only they have. */
function contracted(a: Labelled, b: Labelled, needed: ReadonlySet<string>): Labelled {
  const both = a.labels.filter((label) => b.labels.includes(label));
  const left = summedTo(a, new Set([...needed, ...both]));
  const right = summedTo(b, new Set([...needed, ...both]));
  const batch = both.filter((label) => needed.has(label));
  const gone = both.filter((label) => !needed.has(label));
  const axesOf = (each: Labelled, list: Labels): number[] =>
    list.map((label) => each.labels.indexOf(label));
  const [x, y] = widened(left, right, both);
  const array = dotGeneral(x.array, y.array, {
    lhsContract: axesOf(x, gone),
    rhsContract: axesOf(y, gone),
    lhsBatch: axesOf(x, batch),
    rhsBatch: axesOf(y, batch),
  });
  const free = (each: Labelled): string[] => each.labels.filter((label) => !both.includes(label));
  return { array, labels: [...batch, ...free(x), ...free(y)] };
}

/** Axes of length 1 repeated to the length that the other operand has under the same label. */
function widened(a: Labelled, b: Labelled, both: Labels): [Labelled, Labelled] {
  const sizeIn = ({ array, labels }: Labelled, label: string): number =>
    array.shape[labels.indexOf(label)];
  const grow = (own: Labelled, other: Labelled): Labelled => ({
    labels: own.labels,
    array: broadcastTo(
      own.array,
      own.labels.map((label, i) => {
        const n = own.array.shape[i];
        if (!both.includes(label)) return n;
        const m = sizeIn(other, label);
        if (n !== m && n !== 1 && m !== 1)
          throw new ValueError(
            // Thrown for the earlier operand, whose length JAX names first.
            `Size of label '${label}' for operand 1 (${n}) does not match previous terms (${m}).`,
          );
        return Math.max(n, m);
      }),
    ),
  });
  return [grow(a, b), grow(b, a)];
}

/**
 * Sums of products by Einstein's convention: `einsum("ij,jk->ik", a, b)`. Labels that the output does not
 * name are summed over; `...` stands for axes that broadcast.
 */
export const einsum: (subscripts: string, ...operands: ArrayLike[]) => JaxArray = define(
  "jax.numpy",
  "einsum(subscripts, /, *operands, out!=None, optimize='auto', precision!=None, preferred_element_type!=None, _dot_general!=..., out_sharding!=None)",
  (subscripts: string, operands: readonly ArrayLike[]) => {
    if (typeof subscripts !== "string")
      throw new JaxTypeError(
        "einsum takes its subscripts as text on this page, as in 'ij,jk->ik'.",
      );
    const arrays = promoted(operands.map((x, i) => asArray(x, "einsum", i)));
    const { inputs, output } = parseEinsum(
      subscripts,
      arrays.map((x) => x.shape.length),
    );
    const waiting = arrays.map((array, i) => diagonalOf({ array, labels: inputs[i] }));
    let [current] = waiting;
    waiting.forEach((next, i) => {
      if (i === 0) return;
      const later = waiting.slice(i + 1).flatMap(({ labels }) => labels);
      current = contracted(current, next, new Set([...output, ...later]));
    });
    const result = summedTo(current, new Set(output));
    return transpose(
      result.array,
      output.map((label) => result.labels.indexOf(label)),
    );
  },
  { note: "contracts from left to right; subscripts as text only" },
);
