import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/python";

/** A program and its syntax tree, which there is for unfinished text too. */
export type Source = { readonly text: string; readonly tree: Tree };

/** One way in which a name gets its value. */
export type Binding = { readonly name: string; readonly from: number } & (
  | { readonly kind: "module"; readonly path: string }
  | { readonly kind: "import"; readonly module: string; readonly member: string }
  | { readonly kind: "function" | "class"; readonly node: SyntaxNode }
  | { readonly kind: "value"; readonly value: SyntaxNode }
  /** An element of what the expression gives, by unpacking or by a loop. */
  | { readonly kind: "element"; readonly of: SyntaxNode }
  | { readonly kind: "update"; readonly operator: string }
  | { readonly kind: "parameter"; readonly annotation: SyntaxNode | null; readonly first: boolean }
  | { readonly kind: "annotation"; readonly annotation: SyntaxNode }
  | { readonly kind: "unknown" }
);

export function parse(text: string): Source {
  return { text, tree: parser.parse(text) };
}

export function textOf({ text }: Source, { from, to }: { from: number; to: number }): string {
  return text.slice(from, to);
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** The node itself and what it stands in, from the inside out. */
export function* outwards(node: SyntaxNode | null): Generator<SyntaxNode> {
  for (let each = node; each !== null; each = each.parent) yield each;
}

/** What stands in for the word at the cursor: an identifier, so that `jnp.` and `jnp.in` are expressions too. */
export const PLACEHOLDER = "cursor__";

export type Cursor = {
  readonly source: Source;
  /** The identifier at the cursor. */
  readonly node: SyntaxNode;
  /** The word at the cursor in the text as it is. */
  readonly from: number;
  readonly to: number;
};

/** Parses a program as if an identifier stood at the cursor in place of the word there, if any. */
export function parseAtCursor(text: string, offset: number): Cursor {
  const from = offset - (/[\p{L}\p{N}_]*$/u.exec(text.slice(0, offset))?.[0].length ?? 0);
  const to = offset + (/^[\p{L}\p{N}_]*/u.exec(text.slice(offset))?.[0].length ?? 0);
  const source = parse(text.slice(0, from) + PLACEHOLDER + text.slice(to));
  return { source, node: source.tree.resolveInner(from + 1), from, to };
}
