import type { SyntaxNode } from "@lezer/common";
import { bindingsOf, SCOPES } from "../python/bindings";
import { childrenOf, parse, textOf, type Binding, type Source } from "../python/syntax";
import { CannotTell, positionsOf, wiringOf } from "./wiring";
import type { ArgnumsPlace, GradCall, Wiring } from "./wiring";

/** Reads the calls of `jax.grad` and `jax.value_and_grad` of a program in Python. */
export function pythonWiring(text: string): Wiring {
  return wiringOf(() => {
    const source = parse(text);
    const program = new Program(source);
    return program.gradCalls();
  });
}

type Transform = GradCall["transform"];

class Program {
  private readonly bindings: Binding[] = [];
  private readonly calls: SyntaxNode[] = [];
  private isBroken = false;

  constructor(private readonly source: Source) {
    source.tree.iterate({
      enter: ({ node, type }) => {
        // The parser takes `2.` for the start of a member's name.
        if (type.isError && node.parent?.firstChild?.name !== "Number") this.isBroken = true;
        if (SCOPES.has(type.name)) this.bindings.push(...bindingsOf(node, source));
        if (type.name === "CallExpression") this.calls.push(node);
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

  /** What a name is bound by, where that is one thing in the whole program. */
  private only(name: string): Binding | null {
    const found = this.bindings.filter((binding) => binding.name === name);
    if (found.length > 1) throw new CannotTell(`${name} stands for more than one thing`);
    return found[0] ?? null;
  }

  /** Names that modules are imported by may be repeated; they are the same each time. */
  private isJax(name: string): boolean {
    const found = this.bindings.filter((binding) => binding.name === name);
    const isJax = (binding: Binding) => binding.kind === "module" && binding.path === "jax";
    if (!found.some(isJax)) return false;
    if (!found.every(isJax)) throw new CannotTell(`${name} stands for more than one thing`);
    return true;
  }

  private transformOf(callee: SyntaxNode): Transform | null {
    const text = textOf(this.source, callee);
    if (callee.name === "MemberExpression") {
      const [owner, member, ...rest] = text.split(".");
      if (rest.length > 0 || member === undefined) return null;
      if (!isTransform(member)) return null;
      if (this.isJax(owner)) return member;
      if (owner === "nnx")
        throw new CannotTell(`nnx.${member} takes modules apart by its own rules`);
      return null;
    }
    if (callee.name !== "VariableName") return null;
    const imported = this.bindings.find(
      (binding) => binding.name === text && binding.kind === "import" && binding.module === "jax",
    );
    if (imported?.kind !== "import" || !isTransform(imported.member)) return null;
    this.only(text);
    return imported.member;
  }

  private read(call: SyntaxNode, transform: Transform): GradCall {
    const { positional, named, list } = argumentsOf(call, this.source);
    const [loss, second] = positional;
    if (!loss) throw new CannotTell("grad is called without a loss");
    const value = named.get("argnums") ?? second ?? null;
    const name = loss.name === "LambdaExpression" ? "lambda" : textOf(this.source, loss);
    const { parameters, hasDefaults } = this.parametersOf(loss, name);
    const written = value ? numbersIn(value, this.source) : { numbers: [0], single: true };
    if (hasDefaults && written.numbers.some((each) => each < 0))
      throw new CannotTell(`what ${name} is called with decides what counts from the end`);
    const place: ArgnumsPlace = value
      ? { from: value.from, to: value.to, before: "", after: "" }
      : { from: loss.to, to: loss.to, before: ", argnums=", after: "" };
    return {
      from: call.from,
      to: list.to,
      transform,
      loss: name,
      parameters,
      argnums: positionsOf(written.numbers, parameters, name),
      single: written.single,
      place,
    };
  }

  private parametersOf(
    loss: SyntaxNode,
    name: string,
  ): { parameters: string[]; hasDefaults: boolean } {
    const definition = this.definitionOf(loss, name);
    const list = definition.getChild("ParamList");
    const parts = list === null ? [] : childrenOf(list);
    if (parts.some((part) => /^\*/.test(part.name)))
      throw new CannotTell(`${name} takes any number of arguments`);
    const parameters = parts
      .filter((part) => part.name === "VariableName" && part.prevSibling?.name !== "AssignOp")
      .map((part) => textOf(this.source, part));
    return { parameters, hasDefaults: parts.some((part) => part.name === "AssignOp") };
  }

  /** The function that an expression stands for. */
  private definitionOf(loss: SyntaxNode, name: string): SyntaxNode {
    if (loss.name === "LambdaExpression") return loss;
    if (loss.name !== "VariableName") throw new CannotTell(`${name} is not the name of a function`);
    const binding = this.only(name);
    if (binding?.kind === "function" && !isChanged(binding.node, this.source)) return binding.node;
    if (binding?.kind === "value" && binding.value.name === "LambdaExpression")
      return binding.value;
    throw new CannotTell(`it is not written where ${name} is defined`);
  }
}

function isTransform(name: string): name is Transform {
  return name === "grad" || name === "value_and_grad";
}

/** Whether a decorator may have made something else of a function; `jit` leaves its arguments as they are. */
function isChanged({ parent }: SyntaxNode, source: Source): boolean {
  if (parent?.name !== "DecoratedStatement") return false;
  return parent
    .getChildren("Decorator")
    .some((each) => !/^@\s*(jax\.)?jit\s*$/.test(textOf(source, each)));
}

/** The arguments of a call by position and by name. */
function argumentsOf(call: SyntaxNode, source: Source) {
  const list = call.getChild("ArgList");
  if (!list) throw new CannotTell("the program cannot be read yet");
  const positional: SyntaxNode[] = [];
  const named = new Map<string, SyntaxNode>();
  for (const part of childrenOf(list)) {
    if (/^\*/.test(part.name)) throw new CannotTell("grad is called with unpacked arguments");
    if (/^[(),]$|^AssignOp$|^Comment$/.test(part.name)) continue;
    if (part.nextSibling?.name === "AssignOp") continue;
    const key = part.prevSibling?.name === "AssignOp" ? part.prevSibling.prevSibling : null;
    if (key) named.set(textOf(source, key), part);
    else positional.push(part);
  }
  return { positional, named, list };
}

/** The numbers of a literal: one, or those of a tuple or list. */
function numbersIn(value: SyntaxNode, source: Source): { numbers: number[]; single: boolean } {
  const isMany = value.name === "TupleExpression" || value.name === "ArrayExpression";
  const nodes = isMany ? childrenOf(value).filter(({ name }) => !/^[()[\],]$/.test(name)) : [value];
  const numbers = nodes.map((node) => {
    const text = textOf(source, node).replace(/\s/g, "");
    if (!/^-?\d+$/.test(text)) throw new CannotTell("argnums are not written as numbers");
    return Number(text);
  });
  return { numbers, single: !isMany };
}
