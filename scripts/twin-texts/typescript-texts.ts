import ts from "typescript";
import { longTexts, textsBelow, type LongText, type Piece } from "./long-texts";

/** The long texts of a folder's modules, without its tests and their material. */
export function typescriptTexts(folder: string): LongText[] {
  const wanted = (file: string) =>
    /\.ts$/.test(file) &&
    !/\.(test|d)\.ts$/.test(file) &&
    !/(^|\/)(contract|properties|testing)\//.test(file);
  return textsBelow(folder, wanted, (source, place) => {
    const file = ts.createSourceFile("x.ts", source, ts.ScriptTarget.Latest, true);
    return textsIn(file, (node) => place(node.getStart()));
  });
}

function textsIn(node: ts.Node, place: (node: ts.Node) => string): LongText[] {
  const pieces = isText(node) ? piecesOf(node) : null;
  const own = pieces === null ? [] : longTexts(pieces, () => place(node));
  const inner: LongText[] = [];
  ts.forEachChild(node, (child) => {
    // The parts of a sum of texts are read with it.
    if (pieces === null || !isText(child)) inner.push(...textsIn(child, place));
  });
  return [...own, ...inner];
}

function isText(node: ts.Node): boolean {
  return isSum(node) || ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function isSum(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

function piecesOf(node: ts.Node): readonly Piece[] {
  if (isSum(node)) return [...piecesOf(node.left), ...piecesOf(node.right)];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (!ts.isTemplateExpression(node)) return [null];
  const spans = node.templateSpans.flatMap(({ literal }) => [null, literal.text]);
  return [node.head.text, ...spans];
}
