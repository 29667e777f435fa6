import type { SyntaxNode } from "@lezer/common";
import { Analysis } from "./analysis";
import type { Library } from "./library";
import { callableOf } from "./meaning";
import { EITHER, OPTIONS, POSITIONAL_ONLY, REST, type Parameter } from "./python-names";
import { signatureText, type SignatureText } from "./signature-text";
import { childrenOf, outwards, parseAtCursor, textOf, type Source } from "./syntax";

export type CallHelp = SignatureText & {
  readonly doc: string;
  /** The parameter that is being given; null where no parameter can be. */
  readonly active: number | null;
};

/** The signature of the innermost call around an offset whose function is known. */
export function callHelp(text: string, offset: number, library: Library): CallHelp | null {
  const { source, node } = parseAtCursor(text, offset);
  const analysis = new Analysis(library, source);
  for (const list of outwards(node)) {
    // A call inside a lambda or a comprehension of an argument is another question.
    if (/^(Body|LambdaExpression)$/.test(list.name)) return null;
    const callee = list.name === "ArgList" ? calleeOf(list) : null;
    if (callee === null || node.from <= list.from) continue;
    const callable = callableOf(analysis.meaning(callee));
    if (callable === null) return null;
    const { parameters, doc } = callable;
    const active = activeParameter(list, node, parameters, source);
    return { ...signatureText(writtenName(callee, source), parameters), doc, active };
  }
  return null;
}

function calleeOf(list: SyntaxNode): SyntaxNode | null {
  return list.parent?.name === "CallExpression" ? list.parent.firstChild : null;
}

/** The last name of what is called, as the text has it. */
function writtenName(callee: SyntaxNode, source: Source): string {
  const name = callee.name === "MemberExpression" ? callee.lastChild : callee;
  return name && /Name$/.test(name.name) ? textOf(source, name) : "";
}

function activeParameter(
  list: SyntaxNode,
  node: SyntaxNode,
  parameters: readonly Parameter[],
  source: Source,
): number | null {
  const before = childrenOf(list).filter(({ from }) => from <= node.from);
  const start = before.findLastIndex(({ name }) => name === "(" || name === ",");
  const [first, sign] = before.slice(start + 1);
  const index = named(first, sign, parameters, source);
  if (index !== undefined) return index;
  const commas = before.filter(({ name }) => name === ",").length;
  const isKeyword = before.some(({ name }) => name === "AssignOp");
  const positional = parameters.filter(([, , kind]) => kind === POSITIONAL_ONLY || kind === EITHER);
  if (!isKeyword && commas < positional.length) return parameters.indexOf(positional[commas]);
  const rest = isKeyword ? -1 : parameters.findIndex(([, , kind]) => kind === REST);
  return rest < 0 ? null : rest;
}

/** The parameter of `name=…`; undefined where the argument is given by position. */
function named(
  first: SyntaxNode | undefined,
  sign: SyntaxNode | undefined,
  parameters: readonly Parameter[],
  source: Source,
): number | null | undefined {
  if (first === undefined || sign?.name !== "AssignOp") return undefined;
  const name = textOf(source, first);
  const index = parameters.findIndex((parameter) => parameter[0] === name);
  const options = parameters.findIndex(([, , kind]) => kind === OPTIONS);
  const found = index >= 0 ? index : options;
  return found < 0 ? null : found;
}
