import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import { longTexts, textsBelow, type LongText, type Piece } from "./long-texts";

/** The long texts of a folder's modules, without their docstrings. */
export function pythonTexts(folder: string): LongText[] {
  return textsBelow(
    folder,
    (file) => file.endsWith(".py"),
    (source, place) => textsIn(parser.parse(source).topNode, source, (node) => place(node.from)),
  );
}

const TEXTS = ["String", "FormatString", "ContinuedString"];

function textsIn(
  node: SyntaxNode,
  source: string,
  place: (node: SyntaxNode) => string,
): LongText[] {
  if (node.name === "ExpressionStatement" && TEXTS.includes(node.firstChild?.name ?? "")) return [];
  const isText = TEXTS.includes(node.name) || isSum(node, source);
  const own = isText ? longTexts(piecesOf(node, source), () => place(node)) : [];
  return [...own, ...childrenOf(node).flatMap((child) => inner(child, isText))];

  function inner(child: SyntaxNode, ofText: boolean): LongText[] {
    // The parts of a sum of texts are read with it.
    if (ofText && (TEXTS.includes(child.name) || isSum(child, source)))
      return childrenOf(child).flatMap((next) => inner(next, true));
    return textsIn(child, source, place);
  }
}

function isSum(node: SyntaxNode, source: string): boolean {
  const operator = node.getChild("ArithOp");
  return (
    node.name === "BinaryExpression" &&
    operator !== null &&
    source.slice(operator.from, operator.to) === "+"
  );
}

function piecesOf(node: SyntaxNode, source: string): readonly Piece[] {
  if (isSum(node, source) || node.name === "ContinuedString")
    return childrenOf(node)
      .filter(({ name }) => name !== "ArithOp")
      .flatMap((child) => piecesOf(child, source));
  if (!TEXTS.includes(node.name)) return [null];
  const pieces: Piece[] = [];
  let from = node.from;
  for (const value of node.getChildren("FormatReplacement")) {
    pieces.push(source.slice(from, value.from), null);
    from = value.to;
  }
  pieces.push(source.slice(from, node.to));
  return withoutQuotes(pieces, node.name === "FormatString");
}

/** The pieces of one literal: without its prefix and quotes, and with its escapes read. */
function withoutQuotes(pieces: readonly Piece[], isFormat: boolean): readonly Piece[] {
  const last = pieces.length - 1;
  const quote = /^[a-z]*("""|'''|"|')/i.exec(pieces[0] ?? "");
  return pieces.map((piece, i) => {
    if (piece === null) return null;
    const start = i === 0 ? (quote?.[0].length ?? 0) : 0;
    const end = i === last ? piece.length - (quote?.[1].length ?? 0) : piece.length;
    const text = piece
      .slice(start, end)
      .replace(/\\n/g, " ")
      .replace(/\\(["'\\])/g, "$1");
    return isFormat ? text.replaceAll("{{", "{").replaceAll("}}", "}") : text;
  });
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
