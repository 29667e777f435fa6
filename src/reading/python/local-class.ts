import type { SyntaxNode } from "@lezer/common";
import { docstringOf, localFunction } from "./local-function";
import { instanceOf, type Meaning, type Meanings, type PythonClass } from "./meaning";
import { EITHER, type Parameter } from "./python-names";
import { childrenOf, textOf, type Binding, type Source } from "./syntax";

/** The class in whose body a function is defined as a method with `self`; null for other functions. */
export function classOfMethod(node: SyntaxNode, source: Source): SyntaxNode | null {
  const outer = node.parent?.name === "DecoratedStatement" ? node.parent : node;
  const definition = outer.parent?.name === "Body" ? outer.parent.parent : null;
  if (node.name !== "FunctionDefinition" || definition?.name !== "ClassDefinition") return null;
  const plain = decoratorsOf(node, source).every((name) => !/^(static|class)method$/.test(name));
  return plain ? definition : null;
}

function decoratorsOf(node: SyntaxNode, source: Source): string[] {
  if (node.parent?.name !== "DecoratedStatement") return [];
  return node.parent
    .getChildren("Decorator")
    .map((decorator) => textOf(source, decorator).slice(1).split("(")[0].trim());
}

/** A class that the text defines: its own members, what its methods set on `self`, and its bases'. */
export function localClass(node: SyntaxNode, analysis: Meanings): PythonClass {
  const { source } = analysis;
  const name = node.getChild("VariableName");
  const bases = basesOf(node, analysis);
  const set = attributesSet(node, source);
  const own = analysis.bindingsIn(node);
  const ofBases = (member: string): Meaning | null => {
    for (const base of bases) {
      const found = base.member(member);
      if (found !== null) return found;
    }
    return null;
  };
  const member = (wanted: string): Meaning | null => {
    const bound = own.get(wanted);
    if (bound !== undefined) return asMember(bound, node, analysis);
    const values = set.get(wanted);
    if (values === undefined) return ofBases(wanted);
    const key = `self.${wanted} ${node.from}`;
    const found = analysis.agreed(key, () => values.map((value) => analysis.meaning(value)));
    return found ?? { kind: "value", of: null, doc: "" };
  };
  return {
    name: name ? textOf(source, name) : "",
    path: null,
    doc: docstringOf(node, source),
    get parameters() {
      const init = own.has("__init__") ? member("__init__") : null;
      if (init?.kind === "function") return init.parameters;
      if (isDataclass(node, bases, source)) return fieldsOf(node, analysis);
      return bases[0]?.parameters ?? null;
    },
    member,
    memberNames: () =>
      new Set([...own.keys(), ...set.keys(), ...bases.flatMap((base) => [...base.memberNames()])]),
  };
}

function basesOf(node: SyntaxNode, analysis: Meanings): PythonClass[] {
  const list = node.getChild("ArgList");
  if (list === null) return [];
  return childrenOf(list).flatMap((base) => {
    const meaning = /Name$|Expression$/.test(base.name) ? analysis.meaning(base) : null;
    return meaning?.kind === "class" ? [meaning.of] : [];
  });
}

/** A name of the class's body as its instances have it: methods without `self`, properties as values. */
function asMember(
  found: readonly Binding[],
  scope: SyntaxNode,
  analysis: Meanings,
): Meaning | null {
  const [first] = found;
  if (first.kind !== "function") return analysis.common(found, scope);
  const method = localFunction(first.node, analysis);
  const decorators = decoratorsOf(first.node, analysis.source);
  if (decorators.some((name) => /^property$|cached_property$/.test(name)))
    return instanceOf(method.gives()) ?? { kind: "value", of: null, doc: method.doc };
  if (decorators.includes("staticmethod")) return method;
  return { ...method, parameters: method.parameters && method.parameters.slice(1) };
}

/** What assignments to `self.name` in a class's methods give. */
function attributesSet(node: SyntaxNode, source: Source): Map<string, SyntaxNode[]> {
  const found = new Map<string, SyntaxNode[]>();
  node.cursor().iterate((each) => {
    if (each.name !== "AssignStatement") return;
    const [target, ...rest] = childrenOf(each.node);
    const [object, , name] = target?.name === "MemberExpression" ? childrenOf(target) : [];
    const value = rest.at(-1);
    if (!object || !value || name?.name !== "PropertyName") return;
    if (textOf(source, object) !== "self" || rest.length !== 2) return;
    const attribute = textOf(source, name);
    found.set(attribute, [...(found.get(attribute) ?? []), value]);
  });
  return found;
}

/** Linen makes every module a dataclass; others say so. */
function isDataclass(node: SyntaxNode, bases: readonly PythonClass[], source: Source): boolean {
  if (bases.some(({ path }) => path === "flax.linen.Module")) return true;
  return decoratorsOf(node, source).some((name) => /(^|\.)dataclass$/.test(name));
}

function fieldsOf(node: SyntaxNode, { source }: Meanings): Parameter[] {
  const body = node.getChild("Body");
  return (body?.getChildren("AssignStatement") ?? []).flatMap((statement): Parameter[] => {
    const [target, annotation, sign, value] = childrenOf(statement);
    if (target?.name !== "VariableName" || annotation?.name !== "TypeDef") return [];
    const fallback = sign && value ? textOf(source, value).replace(/\s+/g, " ") : null;
    return [[textOf(source, target), fallback, EITHER]];
  });
}
