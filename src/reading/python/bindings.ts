import type { SyntaxNode } from "@lezer/common";
import { childrenOf, textOf, type Binding, type Source } from "./syntax";
import { importedNames } from "./imports";

/** Nodes with names of their own. */
export const SCOPES: ReadonlySet<string> = new Set([
  "Script",
  "FunctionDefinition",
  "ClassDefinition",
  "LambdaExpression",
  "ArrayComprehensionExpression",
  "SetComprehensionExpression",
  "DictionaryComprehensionExpression",
  "ComprehensionExpression",
]);

/** Every binding of a scope itself, in the order of the text; those of scopes inside it are not among them. */
export function bindingsOf(scope: SyntaxNode, source: Source): Binding[] {
  const found: Binding[] = [];
  if (scope.name === "FunctionDefinition" || scope.name === "LambdaExpression")
    found.push(...parametersOf(scope, source));
  if (scope.name.endsWith("ComprehensionExpression")) found.push(...loopNames(scope, source));
  const inside = scope.name === "Script" ? scope : (scope.getChild("Body") ?? scope);
  for (const child of childrenOf(inside)) collect(child, source, found);
  return found;
}

function collect(node: SyntaxNode, source: Source, found: Binding[]): void {
  found.push(...boundBy(node, source));
  if (SCOPES.has(node.name)) return;
  for (const child of childrenOf(node)) collect(child, source, found);
}

function boundBy(node: SyntaxNode, source: Source): Binding[] {
  switch (node.name) {
    case "ImportStatement":
      return importedNames(node, source);
    case "FunctionDefinition":
      return definition(node, source, "function");
    case "ClassDefinition":
      return definition(node, source, "class");
    case "AssignStatement":
      return assigned(node, source);
    case "NamedExpression":
      return assigned(node, source);
    case "UpdateStatement":
      return updated(node, source);
    case "ForStatement":
      return loopNames(node, source);
    case "WithStatement":
    case "TryStatement":
      return afterAs(node, source);
    default:
      return [];
  }
}

function definition(node: SyntaxNode, source: Source, kind: "function" | "class"): Binding[] {
  const name = node.getChild("VariableName");
  return name ? [{ kind, name: textOf(source, name), from: name.from, node }] : [];
}

/** `a = b = value`, `a, (b, c) = value`, `a: T = value`, `(a := value)`. */
function assigned(node: SyntaxNode, source: Source): Binding[] {
  const parts = childrenOf(node);
  const last = parts.findLastIndex(({ name }) => name === "AssignOp");
  const [target] = parts;
  const annotation = node.getChild("TypeDef")?.lastChild;
  if (annotation && target.name === "VariableName")
    return [{ kind: "annotation", name: textOf(source, target), from: target.from, annotation }];
  if (last < 0) return [];
  const sides = splitBy(parts, "AssignOp");
  const values = sides.pop() ?? [];
  const value = values.length === 1 ? values[0] : null;
  return sides.flatMap((side) => {
    if (side.length > 1) return unpacked(side, values, source);
    return side.flatMap((one) => targets(one, value, source));
  });
}

function splitBy(nodes: readonly SyntaxNode[], separator: string): SyntaxNode[][] {
  const sides: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === separator) sides.push([]);
    else if (node.name !== "," && node.name !== "TypeDef") sides[sides.length - 1].push(node);
  }
  return sides;
}

/** `a, b = value` and `a, b = 1, 2`. */
function unpacked(
  side: readonly SyntaxNode[],
  values: readonly SyntaxNode[],
  source: Source,
): Binding[] {
  if (values.length === side.length)
    return side.flatMap((one, i) => targets(one, values[i], source));
  return side.flatMap((one) => elements(one, values.length === 1 ? values[0] : null, source));
}

function targets(target: SyntaxNode, value: SyntaxNode | null, source: Source): Binding[] {
  if (target.name === "VariableName") {
    const at = { name: textOf(source, target), from: target.from };
    return [value === null ? { kind: "unknown", ...at } : { kind: "value", ...at, value }];
  }
  return inner(target).flatMap((one) => elements(one, value, source));
}

function elements(target: SyntaxNode, of: SyntaxNode | null, source: Source): Binding[] {
  if (target.name === "VariableName") {
    const at = { name: textOf(source, target), from: target.from };
    return [of === null ? { kind: "unknown", ...at } : { kind: "element", ...at, of }];
  }
  return inner(target).flatMap((one) => elements(one, null, source));
}

function inner(target: SyntaxNode): SyntaxNode[] {
  return /^(Tuple|Array|Parenthesized)Expression$/.test(target.name) ? childrenOf(target) : [];
}

function updated(node: SyntaxNode, source: Source): Binding[] {
  const target = node.getChild("VariableName");
  const operator = node.getChild("UpdateOp");
  if (target === null || operator === null) return [];
  const [name, symbol] = [textOf(source, target), textOf(source, operator).slice(0, -1)];
  return [{ kind: "update", name, from: target.from, operator: symbol }];
}

/** `for a, b in values`, as a statement or in a comprehension. */
function loopNames(node: SyntaxNode, source: Source): Binding[] {
  const parts = childrenOf(node);
  return parts.flatMap((part, start) => {
    if (part.name !== "for") return [];
    const end = parts.findIndex(({ name }, i) => i > start && name === "in");
    const side = parts.slice(start + 1, end).filter(({ name }) => name !== ",");
    const [of = null] = end < 0 ? [] : parts.slice(end + 1);
    if (side.length === 1) return elements(side[0], of, source);
    return side.flatMap((one) => elements(one, null, source));
  });
}

function afterAs(node: SyntaxNode, source: Source): Binding[] {
  return childrenOf(node)
    .filter(({ name, prevSibling }) => name === "VariableName" && prevSibling?.name === "as")
    .map((target) => ({ kind: "unknown", name: textOf(source, target), from: target.from }));
}

function parametersOf(scope: SyntaxNode, source: Source): Binding[] {
  const list = scope.getChild("ParamList");
  if (list === null) return [];
  const parts = childrenOf(list);
  const names = parts.filter(
    ({ name, prevSibling }) => name === "VariableName" && prevSibling?.name !== "AssignOp",
  );
  return names.map((node, index) => {
    const after = node.nextSibling;
    const annotation = after?.name === "TypeDef" ? after.lastChild : null;
    const starred = /^\*/.test(node.prevSibling?.name ?? "");
    const at = { name: textOf(source, node), from: node.from };
    if (starred) return { kind: "unknown", ...at };
    return { kind: "parameter", ...at, annotation, first: index === 0 };
  });
}
