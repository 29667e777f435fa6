import { JaxTypeError, ValueError } from "../base/errors";
import type { NodeType } from "./registry";

/**
 * The structure of a tree without its leaves, as `jax.tree.structure` gives it.
 * Immutable; `node` is null for a leaf.
 */
export class TreeDef {
  readonly numLeaves: number;

  constructor(
    readonly node: NodeType | null,
    readonly metadata: unknown,
    readonly children: readonly TreeDef[],
  ) {
    this.numLeaves = node === null ? 1 : children.reduce((sum, child) => sum + child.numLeaves, 0);
  }

  /** Whether both describe trees of the same kinds, keys and metadata. */
  equals(other: TreeDef): boolean {
    if (this === other) return true;
    return (
      this.node === other.node &&
      this.children.length === other.children.length &&
      sameMetadata(this.node, this.metadata, other.metadata) &&
      this.children.every((child, index) => {
        const twin = other.children[index];
        return twin !== undefined && child.equals(twin);
      })
    );
  }

  /** Builds a tree of this structure from leaves in flatten order; raises ValueError if their number differs. */
  unflatten(leaves: readonly unknown[]): unknown {
    if (leaves.length < this.numLeaves)
      throw new ValueError(
        `Too few leaves for PyTreeDef; expected ${this.numLeaves}, got ${leaves.length}`,
      );
    if (leaves.length > this.numLeaves)
      throw new ValueError(`Too many leaves for PyTreeDef; expected ${this.numLeaves}.`);
    return build(this, leaves, 0);
  }

  /** This structure with `inner` in the place of every leaf. */
  compose(inner: TreeDef): TreeDef {
    if (this.node === null) return inner;
    const children = this.children.map((child) => child.compose(inner));
    return new TreeDef(this.node, this.metadata, children);
  }

  /** JAX's text, such as `PyTreeDef({'b': *, 'w': [*, None]})`. */
  toString(): string {
    return `PyTreeDef(${describe(this)})`;
  }
}

/** The structure of a single leaf. */
export const LEAF = new TreeDef(null, null, []);

/** Whether two nodes of one kind carry equal metadata. */
export function sameMetadata(node: NodeType | null, a: unknown, b: unknown): boolean {
  return node?.sameMetadata === undefined ? Object.is(a, b) : node.sameMetadata(a, b);
}

function build(definition: TreeDef, leaves: readonly unknown[], start: number): unknown {
  if (definition.node === null) return leaves[start];
  let next = start;
  const children = definition.children.map((child) => {
    const built = build(child, leaves, next);
    next += child.numLeaves;
    return built;
  });
  return definition.node.unflatten(definition.metadata, children);
}

function describe({ node, metadata, children }: TreeDef): string {
  if (node === null) return "*";
  const texts = children.map(describe);
  if (node.text !== undefined) return node.text(metadata, texts);
  return `CustomNode(${node.name}[${String(metadata)}], [${texts.join(", ")}])`;
}

/** Narrows what a learner passed as a structure; raises TypeError for anything else. */
export function expectTreeDef(value: unknown): TreeDef {
  if (value instanceof TreeDef) return value;
  throw new JaxTypeError(`Expected a PyTreeDef (from jax.tree.structure), got ${typeof value}.`);
}
