import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/javascript";
import { CannotTell, positionsOf, wiringOf } from "./wiring";
import type { ArgnumsPlace, GradCall, Wiring } from "./wiring";

const tsParser = parser.configure({ dialect: "ts" });
const TRANSFORMS: Readonly<Record<string, GradCall["transform"]>> = {
  grad: "grad",
  valueAndGrad: "value_and_grad",
};

/** Reads the calls of `jax.grad` and `jax.valueAndGrad` of a program in TypeScript. */
export function typescriptWiring(text: string): Wiring {
  return wiringOf(() => new Program(text).gradCalls());
}

class Program {
  private readonly definitions: { name: string; node: SyntaxNode | null }[] = [];
  private readonly calls: SyntaxNode[] = [];
  /** Local names of the module and of what is imported from it. */
  private readonly modules = new Set<string>();
  private readonly members = new Map<string, string>();
  private isBroken = false;

  constructor(private readonly text: string) {
    tsParser.parse(text).iterate({
      enter: ({ node, type }) => {
        if (type.isError) this.isBroken = true;
        if (type.name === "CallExpression") this.calls.push(node);
        if (type.name === "ImportDeclaration") this.addImport(node);
        if (type.name === "VariableDefinition") this.addDefinition(node);
      },
    });
  }

  gradCalls(): GradCall[] {
    const found = this.calls.flatMap((call) => {
      const transform = call.firstChild && this.transformOf(call.firstChild);
      return transform ? [{ call, transform }] : [];
    });
    if (found.length > 0 && this.isBroken) throw new CannotTell("the program cannot be read yet");
    return found.map(({ call, transform }) => this.read(call, transform));
  }

  private textOf({ from, to }: SyntaxNode): string {
    return this.text.slice(from, to);
  }

  private addImport(node: SyntaxNode): void {
    const text = this.textOf(node);
    if (!/from\s*(["'])jax\1/.test(text)) return;
    const whole = /import\s+(?:\*\s*as\s+)?([\w$]+)\s*(?:,|from)/.exec(text)?.[1];
    if (whole) this.modules.add(whole);
    for (const each of /\{([^}]*)\}/.exec(text)?.[1]?.split(",") ?? []) {
      const [name = "", alias = name] = each.trim().split(/\s+as\s+/);
      if (name) this.members.set(alias, name);
    }
  }

  /** A name with the function that it is given, if it is given one for good. */
  private addDefinition(node: SyntaxNode): void {
    const name = this.textOf(node);
    const { parent } = node;
    if (parent?.name === "FunctionDeclaration") this.definitions.push({ name, node: parent });
    else if (parent?.name === "VariableDeclaration") {
      let value: SyntaxNode | null = node.nextSibling;
      while (value && value.name !== "Equals" && value.name !== ",") value = value.nextSibling;
      const given = value?.name === "Equals" ? value.nextSibling : null;
      const isConstant = parent.firstChild?.name === "const";
      const isFunction = given && /^(ArrowFunction|FunctionExpression)$/.test(given.name);
      this.definitions.push({ name, node: isConstant && isFunction ? given : null });
    } else if (parent?.name !== "ImportGroup" && parent?.name !== "ImportDeclaration")
      this.definitions.push({ name, node: null });
  }

  private transformOf(callee: SyntaxNode): GradCall["transform"] | null {
    const text = this.textOf(callee);
    if (callee.name === "MemberExpression") {
      const [owner = "", member = "", ...rest] = text.split(".");
      const transform = Object.hasOwn(TRANSFORMS, member) ? TRANSFORMS[member] : undefined;
      if (rest.length > 0 || !transform) return null;
      if (owner === "nnx")
        throw new CannotTell(`nnx.${member} takes modules apart by its own rules`);
      if (!this.modules.has(owner)) return null;
      this.ensureNotShadowed(owner);
      return transform;
    }
    if (callee.name !== "VariableName") return null;
    const member = this.members.get(text);
    if (member === undefined || !Object.hasOwn(TRANSFORMS, member)) return null;
    this.ensureNotShadowed(text);
    return TRANSFORMS[member] ?? null;
  }

  private ensureNotShadowed(name: string): void {
    if (this.definitions.some((each) => each.name === name))
      throw new CannotTell(`${name} stands for more than one thing`);
  }

  private read(call: SyntaxNode, transform: GradCall["transform"]): GradCall {
    const given = childrenOf(call.getChild("ArgList")).filter(({ name }) => !/^[(),]$/.test(name));
    const [loss, options] = given;
    if (!loss) throw new CannotTell("grad is called without a loss");
    if (given.some(({ name }) => name === "Spread"))
      throw new CannotTell("grad is called with unpacked arguments");
    const isFunction = /^(ArrowFunction|FunctionExpression)$/.test(loss.name);
    const name = isFunction ? "the function" : this.textOf(loss);
    const parameters = this.parametersOf(isFunction ? loss : this.definitionOf(loss, name), name);
    const value = options ? this.argnumsOf(options) : null;
    const written = value ? this.numbersIn(value) : { numbers: [0], single: true };
    return {
      from: call.from,
      to: call.to,
      transform,
      loss: name,
      parameters,
      argnums: positionsOf(written.numbers, parameters, name),
      single: written.single,
      place: placeOf(loss, options ?? null, value),
    };
  }

  private definitionOf(loss: SyntaxNode, name: string): SyntaxNode {
    if (loss.name !== "VariableName") throw new CannotTell(`${name} is not the name of a function`);
    const found = this.definitions.filter((each) => each.name === name);
    if (found.length > 1) throw new CannotTell(`${name} stands for more than one thing`);
    const node = found[0]?.node;
    if (!node) throw new CannotTell(`it is not written where ${name} is defined`);
    return node;
  }

  /** Names of the parameters; one that is taken apart goes by its pattern. */
  private parametersOf(definition: SyntaxNode, name: string): string[] {
    const list = definition.getChild("ParamList");
    // `model => …` has a name and no list.
    if (!list) return definition.getChildren("VariableDefinition").map((each) => this.textOf(each));
    const parts = childrenOf(list);
    if (parts.some((part) => part.name === "Spread" || part.name === "..."))
      throw new CannotTell(`${name} takes any number of arguments`);
    if (parts.some((part) => part.name === "Equals"))
      throw new CannotTell(`${name} has arguments that may be left out`);
    return parts
      .filter((part) => /^(VariableDefinition|ObjectPattern|ArrayPattern)$/.test(part.name))
      .map((part) => this.textOf(part).replace(/\s+/g, " "));
  }

  /** The value of `argnums` in the options; null where they have none. */
  private argnumsOf(options: SyntaxNode): SyntaxNode | null {
    if (options.name !== "ObjectExpression")
      throw new CannotTell("the options of grad are not written in the call");
    for (const property of childrenOf(options)) {
      if (property.name !== "Property") continue;
      if (property.getChild("Spread")) throw new CannotTell("grad is called with unpacked options");
      const key = property.getChild("PropertyDefinition");
      if (!key || this.textOf(key) !== "argnums") continue;
      const value = property.lastChild;
      if (!value || value === key || value.name === "PropertyDefinition")
        throw new CannotTell("argnums are not written as numbers");
      return value;
    }
    return null;
  }

  private numbersIn(value: SyntaxNode): { numbers: number[]; single: boolean } {
    const isMany = value.name === "ArrayExpression";
    const nodes = isMany ? childrenOf(value).filter(({ name }) => !/^[[\],]$/.test(name)) : [value];
    const numbers = nodes.map((node) => {
      const text = this.textOf(node).replace(/\s/g, "");
      if (!/^-?\d+$/.test(text)) throw new CannotTell("argnums are not written as numbers");
      return Number(text);
    });
    return { numbers, single: !isMany };
  }
}

function childrenOf(node: SyntaxNode | null): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node?.firstChild ?? null; child; child = child.nextSibling) children.push(child);
  return children.filter(({ name }) => !/Comment$/.test(name));
}

function placeOf(
  loss: SyntaxNode,
  options: SyntaxNode | null,
  value: SyntaxNode | null,
): ArgnumsPlace {
  if (value) return { from: value.from, to: value.to, before: "", after: "" };
  if (!options) return { from: loss.to, to: loss.to, before: ", { argnums: ", after: " }" };
  const at = options.from + 1;
  const isEmpty = childrenOf(options).length <= 2;
  return { from: at, to: at, before: " argnums: ", after: isEmpty ? " " : "," };
}
