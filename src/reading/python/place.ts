import type { SyntaxNode } from "@lezer/common";
import { importPlaceOf, type ImportPlace } from "./imports";
import { outwards, type Cursor } from "./syntax";

/** What is being written at the cursor. */
export type Place =
  | { readonly kind: "attribute"; readonly object: SyntaxNode }
  /** In a decorator, whose dotted name is a list of names. */
  | { readonly kind: "dotted"; readonly parts: readonly SyntaxNode[] }
  | { readonly kind: "import"; readonly where: ImportPlace }
  /** A name, or the name of an argument where `call` is not null. */
  | { readonly kind: "name"; readonly call: SyntaxNode | null };

const SILENT = /^(String|FormatString|ContinuedString|Comment|Number)$/;

/** Where the cursor stands; null where nothing can be proposed: in texts, comments, numbers and new names. */
export function placeOf({ node, source, from }: Cursor): Place | null {
  if (SILENT.test(node.name)) return null;
  const statement = [...outwards(node)].find(({ name }) => name === "ImportStatement");
  if (statement) {
    const where = importPlaceOf(node, statement, source);
    return where && { kind: "import", where };
  }
  const { parent } = node;
  if (node.name === "PropertyName" && parent?.name === "MemberExpression" && parent.firstChild)
    return { kind: "attribute", object: parent.firstChild };
  if (node.name !== "VariableName" || parent === null) return null;
  if (parent.name === "Decorator" && node.prevSibling?.name === ".") return dotted(node);
  if (source.text[from - 1] === "." || isNewName(node, parent)) return null;
  return { kind: "name", call: isArgument(node, parent) ? parent.parent : null };
}

function dotted(node: SyntaxNode): Place {
  const parts: SyntaxNode[] = [];
  for (let each = node.prevSibling; each && each.name !== "At"; each = each.prevSibling) {
    if (each.name === "VariableName") parts.unshift(each);
  }
  return { kind: "dotted", parts };
}

/** Names that are being defined are the learner's to choose. */
function isNewName(node: SyntaxNode, parent: SyntaxNode): boolean {
  const before = node.prevSibling?.name ?? "";
  if (/^(FunctionDefinition|ClassDefinition)$/.test(parent.name))
    return /^(def|class)$/.test(before);
  if (parent.name === "ParamList") return before !== "AssignOp";
  if (before === "as") return true;
  if (/^For|Comprehension/.test(parent.name)) return isLoopTarget(node);
  return false;
}

function isLoopTarget(node: SyntaxNode): boolean {
  for (let each = node.prevSibling; each !== null; each = each.prevSibling) {
    if (each.name === "in" || each.name === "if") return false;
    if (each.name === "for") return true;
  }
  return false;
}

/** Whether a name begins an argument of a call, so that it may be the argument's name. */
function isArgument(node: SyntaxNode, parent: SyntaxNode): boolean {
  if (parent.name !== "ArgList" || parent.parent?.name !== "CallExpression") return false;
  return /^[(,]$/.test(node.prevSibling?.name ?? "");
}
