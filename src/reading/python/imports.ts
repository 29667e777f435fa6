import type { SyntaxNode } from "@lezer/common";
import { childrenOf, textOf, type Binding, type Source } from "./syntax";

/** The parts of an import: dotted names with their aliases, and the module they come from, if it names one. */
type Parts = {
  readonly from: string | null;
  readonly names: { node: SyntaxNode; path: string; alias: SyntaxNode | null }[];
};

function partsOf(node: SyntaxNode, source: Source): Parts {
  let from: string | null = null;
  let path = "";
  const names: Parts["names"] = [];
  let first: SyntaxNode | null = null;
  const end = (alias: SyntaxNode | null) => {
    if (first !== null) names.push({ node: first, path, alias });
    [first, path] = [null, ""];
  };
  const isFrom = node.firstChild?.name === "from";
  for (const part of childrenOf(node)) {
    if (part.name === "import") {
      if (isFrom) [from, first, path] = [path, null, ""];
    } else if (part.name === "as") {
      const alias = part.nextSibling;
      end(alias?.name === "VariableName" ? alias : null);
    } else if (part.name === ",") {
      end(null);
    } else if (part.name === "." || part.name === "VariableName") {
      // The name after `as` has been read with it.
      if (part.prevSibling?.name === "as") continue;
      if (part.name === "VariableName") first ??= part;
      path += textOf(source, part);
    }
  }
  end(null);
  return { from: isFrom ? (from ?? path) : null, names };
}

/** The names that an import binds. */
export function importedNames(node: SyntaxNode, source: Source): Binding[] {
  const { from, names } = partsOf(node, source);
  return names.map(({ node: first, path, alias }) => {
    const name = textOf(source, alias ?? first);
    const at = { name, from: (alias ?? first).from };
    if (from !== null) return { kind: "import", ...at, module: from, member: path };
    // `import jax.numpy` binds `jax`.
    return { kind: "module", ...at, path: alias === null ? name : path };
  });
}

/** What may stand at a name inside an import: modules below a path, or names of a module. */
export type ImportPlace =
  | { readonly kind: "module"; readonly below: string }
  | { readonly kind: "member"; readonly module: string };

/** Reads where a name stands in an import; null behind `as`. */
export function importPlaceOf(
  node: SyntaxNode,
  statement: SyntaxNode,
  source: Source,
): ImportPlace | null {
  if (node.prevSibling?.name === "as") return null;
  const before = childrenOf(statement).filter(({ to }) => to <= node.from);
  const isFrom = statement.firstChild?.name === "from";
  const imports = before.findIndex(({ name }) => name === "import");
  if (isFrom && imports > 0) {
    const module = before.slice(1, imports).map((part) => textOf(source, part));
    return { kind: "member", module: module.join("") };
  }
  const start = before.findLastIndex(({ name }) => /^(from|import|,)$/.test(name)) + 1;
  const path = before.slice(start).map((part) => textOf(source, part));
  return { kind: "module", below: path.slice(0, -1).join("") };
}
