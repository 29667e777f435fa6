import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/javascript";
import { bindingsOf } from "../python/bindings";
import { childrenOf, parse } from "../python/syntax";

const tsParser = parser.configure({ dialect: "ts" });

/** Whether a program binds this name at its top level; without running it. */
export function definesName(
  name: string,
  { language, source }: { language: "python" | "typescript"; source: string },
): boolean {
  return language === "python" ? inPython(name, source) : inTypescript(name, source);
}

function inPython(name: string, text: string): boolean {
  const source = parse(text);
  return bindingsOf(source.tree.topNode, source).some((binding) => binding.name === name);
}

const DECLARATIONS = new Set(["FunctionDeclaration", "VariableDeclaration"]);

function inTypescript(name: string, text: string): boolean {
  const declarations = (node: SyntaxNode): SyntaxNode[] =>
    node.name === "ExportDeclaration"
      ? childrenOf(node).flatMap(declarations)
      : DECLARATIONS.has(node.name)
        ? [node]
        : [];
  return childrenOf(tsParser.parse(text).topNode)
    .flatMap(declarations)
    .flatMap((node) => node.getChildren("VariableDefinition"))
    .some(({ from, to }) => text.slice(from, to) === name);
}
