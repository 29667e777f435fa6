import type { SyntaxNode } from "@lezer/common";
import { classOf, type FunctionMeaning, type Meanings, type PythonClass } from "./meaning";
import {
  EITHER,
  KEYWORD_ONLY,
  OPTIONS,
  POSITIONAL_ONLY,
  REST,
  type Parameter,
  type ParameterKind,
} from "./python-names";
import { childrenOf, textOf, type Source } from "./syntax";

/** A function that the text defines, or a lambda. */
export function localFunction(node: SyntaxNode, analysis: Meanings): FunctionMeaning {
  const { source } = analysis;
  const name = node.getChild("VariableName");
  return {
    kind: "function",
    name: name ? textOf(source, name) : "lambda",
    path: null,
    parameters: parametersOf(node.getChild("ParamList"), source),
    doc: docstringOf(node, source),
    gives: () => givenBy(node, analysis),
  };
}

/** The parameters of a definition as the learner has written them. */
export function parametersOf(list: SyntaxNode | null, source: Source): Parameter[] {
  const found: Parameter[] = [];
  let kind: ParameterKind = EITHER;
  for (const part of list === null ? [] : childrenOf(list)) {
    const before = part.prevSibling?.name ?? "";
    // The slash of positional-only parameters has no node of its own.
    const gap = { from: part.to, to: part.nextSibling?.from ?? part.to };
    if (part.name === "," && textOf(source, gap).trim() === "/") {
      found.forEach(([name, fallback], i) => (found[i] = [name, fallback, POSITIONAL_ONLY]));
    } else if (part.name === "*") {
      kind = KEYWORD_ONLY;
    } else if (part.name === "VariableName" && before !== "AssignOp") {
      const own = before === "*" ? REST : before === "**" ? OPTIONS : kind;
      found.push([textOf(source, part), fallbackOf(part, source), own]);
    }
  }
  return found;
}

function fallbackOf(name: SyntaxNode, source: Source): string | null {
  const typed = name.nextSibling?.name === "TypeDef" ? name.nextSibling : name;
  const sign = typed.nextSibling;
  if (sign?.name !== "AssignOp" || sign.nextSibling === null) return null;
  return textOf(source, sign.nextSibling).replace(/\s+/g, " ");
}

/** The first paragraph of the string that a body begins with. */
export function docstringOf(node: SyntaxNode, source: Source): string {
  const first = node.getChild("Body")?.getChild("ExpressionStatement");
  if (first?.prevSibling?.name !== ":" || first.firstChild?.name !== "String") return "";
  const text = textOf(source, first.firstChild).replace(/^\w*("""|'''|"|')|("""|'''|"|')$/g, "");
  return text
    .trim()
    .split(/\n\s*\n/)[0]
    .replace(/\s+/g, " ");
}

/** The class of every result: by the annotation, or because all `return`s agree. */
function givenBy(node: SyntaxNode, analysis: Meanings): PythonClass | null {
  const annotation = node.getChild("TypeDef")?.lastChild;
  if (annotation) return classOf(analysis.annotated(annotation));
  const results = returnsIn(node);
  if (results.length === 0) return null;
  const key = `results ${node.from}`;
  return classOf(
    analysis.agreed(key, () =>
      results.map((result) => (result === null ? null : analysis.meaning(result))),
    ),
  );
}

/** What a function's own `return`s give, null where that is several things; none for a generator. */
function returnsIn(node: SyntaxNode): (SyntaxNode | null)[] {
  if (node.name === "LambdaExpression") return [node.lastChild];
  const found: (SyntaxNode | null)[] = [];
  let yields = false;
  const search = (each: SyntaxNode): void => {
    if (/^(Function|Class)Definition$|^Lambda/.test(each.name)) return;
    if (each.name === "YieldExpression" || each.name === "YieldStatement") yields = true;
    if (each.name === "ReturnStatement") {
      const [, value, more] = childrenOf(each);
      found.push(value === undefined || more !== undefined ? null : value);
    }
    childrenOf(each).forEach(search);
  };
  childrenOf(node.getChild("Body") ?? node).forEach(search);
  return yields ? [] : found;
}
