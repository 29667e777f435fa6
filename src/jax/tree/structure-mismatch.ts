import { ValueError } from "../base/errors";
import { indent } from "../format/indent";
import { lineDiff } from "../format/line-diff";
import { pythonTypeName } from "./python-type-name";
import type { IsLeaf } from "./flatten";
import type { KeyPath } from "./keys";
import { keyName, keystr } from "./keys";
import type { Flattened, NodeType } from "./registry";
import { nodeOf } from "./registry";
import { sameMetadata } from "./treedef";

/**
 * The ValueError of jax 0.10.2 for a tree that does not fit the first one: the first difference found
 * going down from the root. Source of the texts: jax/_src/tree_util.py, _prefix_error.
 */
export function structureMismatch(
  prefix: unknown,
  full: unknown,
  name: string,
  isLeaf?: IsLeaf,
): ValueError {
  const text = firstDifference([], prefix, full, name, isLeaf);
  return new ValueError(text ?? `${name}: the trees have different structures.`);
}

function firstDifference(
  path: KeyPath,
  prefix: unknown,
  full: unknown,
  name: string,
  isLeaf: IsLeaf | undefined,
): string | null {
  const node = isLeaf?.(prefix) === true ? null : nodeOf(prefix);
  if (node === null) return null;
  const place = { name, at: `    ${name}${keystr(path)}\n` };
  if (nodeOf(full) !== node) return differentTypes(place, prefix, full);
  const left = node.flatten(prefix);
  const right = node.flatten(full);
  if (left.children.length !== right.children.length)
    return node.isSequence === true
      ? differentLengths(place, node, left, right)
      : differentKeys(place, node, left, right);
  if (!sameMetadata(node, left.metadata, right.metadata))
    return differentMetadata(place, node, left, right);
  for (const [index, key] of left.keys.entries()) {
    const deeper = firstDifference(
      [...path, key],
      left.children[index],
      right.children[index],
      name,
      isLeaf,
    );
    if (deeper !== null) return deeper;
  }
  return null;
}

interface Place {
  readonly name: string;
  readonly at: string;
}

function differentTypes({ name, at }: Place, prefix: unknown, full: unknown): string {
  return (
    `pytree structure error: different types at key path\n${at}` +
    `At that key path, the prefix pytree ${name} has a subtree of type\n` +
    `    <class '${pythonTypeName(prefix)}'>\n` +
    `but at the same key path the full pytree has a subtree of different type\n` +
    `    <class '${pythonTypeName(full)}'>.`
  );
}

function differentLengths(
  { name, at }: Place,
  node: NodeType,
  left: Flattened,
  right: Flattened,
): string {
  return (
    `pytree structure error: different lengths of ${node.name} at key path\n${at}` +
    `At that key path, the prefix pytree ${name} has a subtree of type ${node.name} of length ` +
    `${left.children.length}, but the full pytree has a subtree of the same type but of length ` +
    `${right.children.length}.`
  );
}

function differentKeys(
  { name, at }: Place,
  node: NodeType,
  left: Flattened,
  right: Flattened,
): string {
  const ours = left.keys.map(keyName);
  const theirs = right.keys.map(keyName);
  // Python prints a set here, in no fixed order; ours is the order of the two trees.
  const only = [
    ...ours.filter((key) => !theirs.includes(key)),
    ...theirs.filter((key) => !ours.includes(key)),
  ];
  return (
    `pytree structure error: different numbers of pytree children at key path\n${at}` +
    `At that key path, the prefix pytree ${name} has a subtree of type\n` +
    `    <class '${node.name}'>\nwith ${ours.length} child keys\n    ${ours.join(" ")}\n` +
    `but at the same key path the full pytree has a subtree of the same type but with ` +
    `${theirs.length} child keys\n    ${theirs.join(" ")}\n` +
    `so the symmetric difference on key sets is\n    ${only.join(" ")}`
  );
}

function differentMetadata(
  { name, at }: Place,
  node: NodeType,
  left: Flattened,
  right: Flattened,
): string {
  const text = (metadata: unknown): string => node.metadataText?.(metadata) ?? String(metadata);
  const ours = text(left.metadata);
  const theirs = text(right.metadata);
  return (
    `pytree structure error: different pytree metadata at key path\n${at}` +
    `At that key path, the prefix pytree ${name} has a subtree of type\n` +
    `    <class '${node.name}'>\nwith metadata\n    ${ours}\n` +
    `but at the same key path the full pytree has a subtree of the same type but with metadata\n` +
    `    ${theirs}\nso the diff in the metadata at these pytree nodes is\n` +
    indent(lineDiff(ours, theirs), "    ")
  );
}
