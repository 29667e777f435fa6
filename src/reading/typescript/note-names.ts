/**
 * Writes into a program what notes the values of its names while it runs: at the start of each function its
 * parameters, after each declaration and assignment the names in it. All stays on its line.
 */
import { parser } from "@lezer/javascript";
import type { SyntaxNode } from "@lezer/common";
import { NOTE_NAMES } from "../../lib/note-names-global";

const tsParser = parser.configure({ dialect: "ts" });
/** The note of the function around; a program that has this name itself is left as it is. */
const NOTE = "$note";

type Insertion = { at: number; text: string };

/** The same program with its notes; unchanged where it cannot be read. */
export function noteNames(source: string): string {
  const tree = tsParser.parse(source);
  const insertions: Insertion[] = [];
  let isBroken = source.includes(NOTE);
  const lineAt = (at: number) => source.slice(0, at).split("\n").length;
  const noteAt = (at: number, names: readonly string[], from: number): void => {
    if (names.length === 0) return;
    insertions.push({ at, text: `;${NOTE}({${names.join(",")}},${lineAt(from)});` });
  };
  const text = (node: SyntaxNode) => source.slice(node.from, node.to);

  tree.iterate({
    enter({ node, type }) {
      if (type.isError) isBroken = true;
      if (type.name === "Block" && isBodyOfFunction(node)) {
        const at = node.from + 1;
        const name = JSON.stringify(functionName(node.parent, text));
        insertions.push({ at, text: `const ${NOTE}=${NOTE_NAMES}(${name});` });
        const parameters = node.parent?.getChild("ParamList");
        if (parameters) noteAt(at, definedIn(parameters, text), parameters.from);
      }
      if (!isStatementInFunction(node)) return;
      if (type.name === "VariableDeclaration") noteAt(node.to, definedIn(node, text), node.from);
      if (type.name === "ExpressionStatement") noteAt(node.to, assignedIn(node, text), node.from);
    },
  });
  return isBroken ? source : inserted(source, insertions);
}

const FUNCTIONS = ["FunctionDeclaration", "FunctionExpression", "ArrowFunction"];

function isBodyOfFunction({ parent }: SyntaxNode): boolean {
  return parent !== null && FUNCTIONS.includes(parent.name);
}

/** In a block, where a statement may follow, of a function whose note is in scope. */
function isStatementInFunction(node: SyntaxNode): boolean {
  if (node.parent?.name !== "Block") return false;
  for (let at: SyntaxNode | null = node.parent; at !== null; at = at.parent) {
    if (at.name === "Block" && isBodyOfFunction(at)) return true;
    // A method has no note, and its own names shall not pass for those of the function around its class.
    if (at.name === "ClassBody" || at.name === "MethodDeclaration" || at.name === "Property")
      return false;
  }
  return false;
}

/** Own name, or that of the variable it is given to. */
function functionName(node: SyntaxNode | null, text: (node: SyntaxNode) => string): string {
  const own = node?.getChild("VariableDefinition");
  const given = node?.parent?.name === "VariableDeclaration" ? node.prevSibling : null;
  let before = given;
  while (before && before.name !== "VariableDefinition") before = before.prevSibling;
  const found = own ?? before;
  return found ? text(found) : "a function without a name";
}

/** The names that a declaration or a list of parameters gives a value, without those of functions inside it. */
function definedIn(node: SyntaxNode, text: (node: SyntaxNode) => string): string[] {
  const names: string[] = [];
  node.cursor().iterate(({ name, node: inner }) => {
    if (FUNCTIONS.includes(name) || name === "ClassExpression") return false;
    if (name === "VariableDefinition") names.push(text(inner));
    return true;
  });
  return names;
}

/** The name on the left of an assignment. */
function assignedIn(node: SyntaxNode, text: (node: SyntaxNode) => string): string[] {
  const target = node.getChild("AssignmentExpression")?.firstChild;
  return target?.name === "VariableName" ? [text(target)] : [];
}

function inserted(source: string, insertions: readonly Insertion[]): string {
  let result = "";
  let done = 0;
  // A stable sort: of two at one place the first one stays the first.
  for (const { at, text } of [...insertions].sort((a, b) => a.at - b.at)) {
    result += source.slice(done, at) + text;
    done = at;
  }
  return result + source.slice(done);
}
