import type { SyntaxNode } from "@lezer/common";
import { Analysis } from "./analysis";
import { docOf } from "./complete";
import type { Library } from "./library";
import { callableOf, type Meaning } from "./meaning";
import { signatureText } from "./signature-text";
import { childrenOf, parse, textOf } from "./syntax";

export type Explanation = {
  readonly from: number;
  readonly to: number;
  /** What the thing is, as Python writes it. */
  readonly head: string;
  readonly doc: string;
};

/** What stands at an offset of a program; null where that is not known. */
export function explain(text: string, offset: number, library: Library): Explanation | null {
  const source = parse(text);
  const found = [source.tree.resolveInner(offset, 1), source.tree.resolveInner(offset, -1)].find(
    ({ name }) => name === "VariableName" || name === "PropertyName",
  );
  if (found === undefined) return null;
  const analysis = new Analysis(library, source);
  const name = textOf(source, found);
  const meaning = meaningAt(found, name, analysis);
  const head = meaning && headOf(name, meaning);
  return head === null ? null : { from: found.from, to: found.to, head, doc: docOf(meaning) };
}

function meaningAt(node: SyntaxNode, name: string, analysis: Analysis): Meaning | null {
  const { parent } = node;
  if (parent?.name === "MemberExpression" && node.name === "PropertyName")
    return analysis.meaning(parent);
  if (parent?.name === "ImportStatement") return imported(node, parent, name, analysis);
  if (parent?.name === "Decorator") return decorated(node, parent, analysis);
  // The name of an argument is none of a thing.
  if (parent?.name === "ArgList" && node.nextSibling?.name === "AssignOp") return null;
  return analysis.lookup(name, node);
}

/** A part of a dotted path, a name that is imported, or its alias. */
function imported(
  node: SyntaxNode,
  statement: SyntaxNode,
  name: string,
  analysis: Analysis,
): Meaning | null {
  const { library, source } = analysis;
  const parts = childrenOf(statement);
  const own = parts.findIndex(({ from }) => from === node.from);
  if (parts[own - 1]?.name === "as") return analysis.lookup(name, node);
  const start = parts.findLastIndex((part, i) => i < own && /^(from|import|,|\()$/.test(part.name));
  const path = textOf(source, { from: parts[start + 1].from, to: node.to });
  const imports = parts.findIndex((part) => part.name === "import");
  if (parts[0].name !== "from" || own < imports) return library.module(path);
  const module = textOf(source, { from: parts[1].from, to: parts[imports - 1].to });
  return library.member(module, path);
}

function decorated(node: SyntaxNode, decorator: SyntaxNode, analysis: Analysis): Meaning | null {
  const names = childrenOf(decorator).filter(
    ({ name, to }) => name === "VariableName" && to <= node.to,
  );
  const [first, ...rest] = names;
  return rest.reduce(
    (meaning, part) => analysis.memberOf(meaning, textOf(analysis.source, part)),
    first ? analysis.meaning(first) : null,
  );
}

function headOf(name: string, meaning: Meaning): string | null {
  if (meaning.kind === "module") return `module ${meaning.path}`;
  if (meaning.kind === "value") {
    if (meaning.of === null) return meaning.doc === "" ? null : name;
    return `${name}: ${meaning.of.name}`;
  }
  const callable = callableOf(meaning);
  const start = meaning.kind === "class" ? "class " : "def ";
  return start + (callable ? signatureText(name, callable.parameters).label : name);
}
