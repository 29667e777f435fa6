import type { KeyPath } from "./keys";
import { keystr } from "./keys";
import { nodeOf, type NodeType } from "./registry";
import { sameMetadata } from "./treedef";

/** One place where two trees have different structures, in JAX's words. */
export interface TreeDifference {
  readonly path: KeyPath;
  readonly first: string;
  readonly second: string;
  readonly reason: string;
}

/** Every place where two trees differ in structure. `leafText` is what a leaf is called. */
export function treeDifferences(
  first: unknown,
  second: unknown,
  leafText: string,
  path: KeyPath = [],
): TreeDifference[] {
  const node = nodeOf(first);
  const other = nodeOf(second);
  const nameOf = (type: NodeType | null): string =>
    type === null ? leafText : `a <class '${type.name}'>`;
  if (node !== other || node === null)
    return node === other
      ? []
      : [
          {
            path,
            first: nameOf(node),
            second: nameOf(other),
            reason: "their Python types differ",
          },
        ];
  const left = node.flatten(first);
  const right = node.flatten(second);
  const counts = [left.children.length, right.children.length];
  if (counts[0] !== counts[1] && node.isSequence === true) {
    const [a, b] = counts.map((n) => `a ${node.name} of length ${n}`);
    return [{ path, first: a, second: b, reason: "the lengths do not match" }];
  }
  if (counts[0] !== counts[1]) {
    const [a, b] = counts.map(
      (n) => `a <class '${node.name}'> with ${n} ${n === 1 ? "child" : "children"}`,
    );
    const keys = [left, right].map(({ keys: list }) => list.map((key) => keystr([key])));
    const only = [
      ...keys[0].filter((key) => !keys[1].includes(key)),
      ...keys[1].filter((key) => !keys[0].includes(key)),
    ].map((key) => key.replace(/^\[|\]$/g, ""));
    const reason = `the numbers of children do not match, with the symmetric difference of key sets: {${only.join(", ")}}`;
    return [{ path, first: a, second: b, reason }];
  }
  if (!sameMetadata(node, left.metadata, right.metadata)) {
    const [a, b] = [left, right].map(
      ({ metadata }) =>
        `a <class '${node.name}'> with pytree metadata ${node.metadataText?.(metadata) ?? String(metadata)}`,
    );
    return [{ path, first: a, second: b, reason: "the pytree node metadata does not match" }];
  }
  return left.children.flatMap((child, i) =>
    treeDifferences(child, right.children[i], leafText, [...path, left.keys[i]]),
  );
}
