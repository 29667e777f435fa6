import type { SyntaxNode } from "@lezer/common";
import { bindingsOf, SCOPES } from "./bindings";
import type { Library } from "./library";
import { classOfMethod, localClass } from "./local-class";
import { localFunction } from "./local-function";
import {
  classOf,
  instanceOf,
  resultOf,
  type Meaning,
  type Meanings,
  type PythonClass,
} from "./meaning";
import { methodOf, reflectedMethodOf, UNARY_METHODS } from "./operators";
import { childrenOf, outwards, textOf, type Binding, type Source } from "./syntax";

/** Literals and what builds containers, by node: the class of what they give. */
const LITERALS: Readonly<Record<string, string>> = {
  String: "str",
  ContinuedString: "str",
  FormatString: "str",
  Boolean: "bool",
  ArrayExpression: "list",
  ArrayComprehensionExpression: "list",
  DictionaryExpression: "dict",
  DictionaryComprehensionExpression: "dict",
  SetExpression: "set",
  SetComprehensionExpression: "set",
  TupleExpression: "tuple",
};

/** Called with a function, these give one that is called in the same way and gives the same. */
const SAME_CALL: ReadonlySet<string> = new Set([
  "jax.jit",
  "jax.checkpoint",
  "jax.named_call",
  "flax.nnx.jit",
  "flax.nnx.remat",
]);

/** A value that depends on itself, as `x` in `x = x + 1`: the other bindings decide. */
const ITSELF: Meaning = { kind: "value", of: null, doc: "" };

/** Looks at no more expressions than this for one question: tangled programs get no answer instead of a slow one. */
const MOST_STEPS = 5000;

/** Says what names and expressions of one program stand for, where that is certain. */
export class Analysis implements Meanings {
  private readonly bindings = new Map<string, ReadonlyMap<string, readonly Binding[]>>();
  private readonly classes = new Map<number, PythonClass>();
  private readonly known = new Map<string, Meaning | null>();
  private readonly open = new Set<string>();
  /** The open questions on which answers rested since this was emptied. */
  private rested = new Set<string>();
  private steps = 0;

  constructor(
    readonly library: Library,
    readonly source: Source,
  ) {}

  /** What a name stands for at a node. */
  lookup(name: string, at: SyntaxNode): Meaning | null {
    for (const scope of this.scopesAt(at)) {
      const found = this.bindingsIn(scope).get(name);
      if (found !== undefined) return this.common(found, scope);
    }
    return this.library.member("builtins", name);
  }

  /** The scopes whose names can be seen from a node, from the inside out. */
  scopesAt(at: SyntaxNode): SyntaxNode[] {
    const scopes = [...outwards(at)].filter((node) => SCOPES.has(node.name) && inside(at, node));
    // The names of a class are seen in its body alone, not in its methods.
    return scopes.filter(({ name }, i) => i === 0 || name !== "ClassDefinition");
  }

  /** A scope's own names, each with all that binds it. */
  bindingsIn(scope: SyntaxNode): ReadonlyMap<string, readonly Binding[]> {
    const key = `${scope.name} ${scope.from}`;
    const known = this.bindings.get(key);
    if (known !== undefined) return known;
    const byName = new Map<string, Binding[]>();
    for (const binding of bindingsOf(scope, this.source)) {
      byName.set(binding.name, [...(byName.get(binding.name) ?? []), binding]);
    }
    this.bindings.set(key, byName);
    return byName;
  }

  /** What all bindings of a name agree on. */
  common(found: readonly Binding[], scope: SyntaxNode): Meaning | null {
    const key = `${found[0].name} ${scope.name} ${scope.from}`;
    return this.agreed(key, () => found.map((binding) => this.bound(binding, scope)));
  }

  /** What several meanings agree on; `key` names the question, so that one that rests on itself ends. */
  agreed(key: string, meanings: () => (Meaning | null)[]): Meaning | null {
    if (this.open.has(key)) {
      this.rested.add(key);
      return ITSELF;
    }
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const outer = this.rested;
    this.rested = new Set();
    this.open.add(key);
    const answer = agreement(meanings());
    this.open.delete(key);
    this.rested.delete(key);
    // An answer that rests on another open question is no last word.
    if (this.rested.size === 0) this.known.set(key, answer);
    this.rested = new Set([...outer, ...this.rested]);
    return answer;
  }

  private bound(binding: Binding, scope: SyntaxNode): Meaning | null {
    switch (binding.kind) {
      case "module":
        return this.library.module(binding.path);
      case "import":
        return this.library.member(binding.module, binding.member);
      case "function":
        return localFunction(binding.node, this);
      case "class":
        return { kind: "class", of: this.classDefinedAt(binding.node) };
      case "value":
        return this.meaning(binding.value);
      case "element":
        return instanceOf(elementOf(classOf(this.meaning(binding.of))));
      case "update":
        return ITSELF;
      case "annotation":
        return this.annotated(binding.annotation);
      case "parameter": {
        const owner = binding.first ? classOfMethod(scope, this.source) : null;
        if (owner !== null) return instanceOf(this.classDefinedAt(owner));
        return binding.annotation && this.annotated(binding.annotation);
      }
      case "unknown":
        return null;
    }
  }

  /** An instance of what an annotation names. */
  annotated(annotation: SyntaxNode): Meaning | null {
    const meaning = this.meaning(annotation);
    return meaning?.kind === "class" ? instanceOf(meaning.of) : null;
  }

  /** What an expression stands for; null where that is not certain. */
  meaning(node: SyntaxNode): Meaning | null {
    if (++this.steps > MOST_STEPS) return null;
    switch (node.name) {
      case "VariableName":
        return this.lookup(textOf(this.source, node), node);
      case "MemberExpression":
        return this.member(node);
      case "CallExpression":
        return this.called(node);
      case "BinaryExpression":
        return this.binary(node);
      case "UnaryExpression":
        return this.unary(node);
      case "LambdaExpression":
        return localFunction(node, this);
      case "ParenthesizedExpression":
      case "NamedExpression":
        return this.last(node);
      case "Number": {
        const whole = /^(0[xob])?[\d_a-f]+$/i.test(textOf(this.source, node));
        return this.builtin(whole ? "int" : "float");
      }
      default:
        return Object.hasOwn(LITERALS, node.name) ? this.builtin(LITERALS[node.name]) : null;
    }
  }

  /** What `meaning.name` is. */
  memberOf(meaning: Meaning | null, name: string): Meaning | null {
    if (meaning?.kind === "module") return this.library.member(meaning.path, name);
    if (meaning?.kind === "class") return meaning.of.member(name);
    return classOf(meaning)?.member(name) ?? null;
  }

  private builtin(name: string): Meaning | null {
    return instanceOf(this.library.classAt(`builtins.${name}`));
  }

  private last(node: SyntaxNode): Meaning | null {
    const parts = childrenOf(node).filter(({ name }) => !/^[()]$/.test(name));
    const value = parts.at(-1);
    return value === undefined ? null : this.meaning(value);
  }

  private member(node: SyntaxNode): Meaning | null {
    const [object, dot] = childrenOf(node);
    if (object === undefined || dot === undefined) return null;
    const meaning = this.meaning(object);
    if (dot.name === "[") {
      const read = classOf(meaning)?.member("__getitem__");
      return read?.kind === "function" ? instanceOf(read.gives()) : null;
    }
    const name = node.lastChild;
    return name === null ? null : this.memberOf(meaning, textOf(this.source, name));
  }

  private called(node: SyntaxNode): Meaning | null {
    const callee = node.firstChild === null ? null : this.meaning(node.firstChild);
    if (callee?.kind === "function" && callee.path !== null && SAME_CALL.has(callee.path)) {
      const given = node.getChild("ArgList")?.firstChild?.nextSibling;
      return given ? this.meaning(given) : null;
    }
    return resultOf(callee);
  }

  private binary(node: SyntaxNode): Meaning | null {
    const [left, operator, right] = childrenOf(node);
    if (operator === undefined || right === undefined) return null;
    const symbol = textOf(this.source, operator);
    if (symbol === "in" || symbol === "is" || symbol === "not") return this.builtin("bool");
    const [a, b] = [this.meaning(left), this.meaning(right)];
    if (a === ITSELF || b === ITSELF) {
      const other = classOf(a === ITSELF ? b : a);
      return other === null || other.path?.startsWith("builtins.") ? ITSELF : instanceOf(other);
    }
    const ways = [
      [classOf(a), methodOf(symbol)],
      [classOf(b), reflectedMethodOf(symbol)],
    ] as const;
    for (const [cls, method] of ways) {
      const found = method === null ? null : cls?.member(method);
      if (found?.kind === "function") return instanceOf(found.gives());
    }
    return null;
  }

  private unary(node: SyntaxNode): Meaning | null {
    const [operator, value] = childrenOf(node);
    if (value === undefined) return null;
    const symbol = textOf(this.source, operator);
    if (symbol === "not") return this.builtin("bool");
    const meaning = this.meaning(value);
    if (meaning === ITSELF) return ITSELF;
    const method = classOf(meaning)?.member(UNARY_METHODS[symbol] ?? "");
    return method?.kind === "function" ? instanceOf(method.gives()) : null;
  }

  /** The class that a node defines: one object, however often it is asked for. */
  private classDefinedAt(node: SyntaxNode): PythonClass {
    const known = this.classes.get(node.from);
    if (known !== undefined) return known;
    const made = localClass(node, this);
    this.classes.set(node.from, made);
    return made;
  }
}

/** Whether a node stands where a scope's own names are seen: in its body, not in its head. */
function inside(at: SyntaxNode, scope: SyntaxNode): boolean {
  const body = scope.getChild("Body");
  return body === null || at.from >= body.from || within(at, scope.getChild("ParamList"));
}

function within({ from, to }: SyntaxNode, node: SyntaxNode | null): boolean {
  return node !== null && from >= node.from && to <= node.to;
}

/** What stands in a value of a class when one goes through it. */
function elementOf(cls: PythonClass | null): PythonClass | null {
  const read = cls?.path === "jax.Array" ? cls.member("__getitem__") : null;
  return read?.kind === "function" ? read.gives() : null;
}

/** What several meanings of one name have in common: all of them, or none. */
function agreement(meanings: readonly (Meaning | null)[]): Meaning | null {
  const others = meanings.filter((meaning) => meaning !== ITSELF);
  const [first = null] = others;
  if (first === null || others.some((other) => !same(first, other))) return null;
  if (others.length === meanings.length) return first;
  // It is made from itself as well, which keeps the class of an array but not that of a number.
  const sum = classOf(first)?.member("__add__");
  return sum?.kind === "function" && sum.gives()?.path === classOf(first)?.path ? first : null;
}

function same(a: Meaning, b: Meaning | null): boolean {
  if (a === b) return true;
  if (b === null || a.kind !== b.kind) return false;
  if (a.kind === "module" || a.kind === "function")
    return "path" in b && a.path !== null && a.path === b.path;
  const [left, right] = [a.of, "of" in b ? b.of : null];
  return left !== null && (left === right || (left.path !== null && left.path === right?.path));
}
