import { shortAval } from "./aval";
import { literalText, Var, type AnyEquation, type Atom, type Jaxpr } from "./jaxpr";
import { primitiveParams } from "./jaxpr-params";

/** Names in the order a … z, ba … as JAX gives them out. */
function variableName(n: number): string {
  const letter = String.fromCharCode(97 + (n % 26));
  return n < 26 ? letter : variableName(Math.floor(n / 26)) + letter;
}

class Namer {
  private readonly names = new Map<Var, string>();
  of(variable: Var): string {
    let name = this.names.get(variable);
    if (name === undefined) {
      name = variableName(this.names.size);
      this.names.set(variable, name);
    }
    return name;
  }
  typed(variable: Var): string {
    return `${this.of(variable)}:${shortAval(variable.aval)}`;
  }
  atom(atom: Atom): string {
    return atom instanceof Var ? this.of(atom) : literalText(atom.literal);
  }
}

/** JAX's text of a staged function. */
export function jaxprText(jaxpr: Jaxpr, indent = 0): string {
  const namer = new Namer();
  const pad = " ".repeat(indent);
  const binders = (list: readonly Var[]): string => list.map((v) => ` ${namer.typed(v)}`).join("");
  const head = `{ lambda${binders(jaxpr.constVars)} ;${binders(jaxpr.inputs)}. let`;
  const lines = jaxpr.equations.map(
    (equation) => `${pad}    ${equationText(equation, namer, indent)}`,
  );
  const outputs = jaxpr.outputs.map((atom) => namer.atom(atom));
  const result = outputs.length === 1 ? `(${outputs[0]},)` : `(${outputs.join(", ")})`;
  if (lines.length === 0) return `${head}  in ${result} }`;
  return `${head}\n${lines.join("\n")}\n${pad}  in ${result} }`;
}

function equationText(equation: AnyEquation, namer: Namer, indent: number): string {
  const inputs = equation.inputs.map((atom) => ` ${namer.atom(atom)}`).join("");
  const outs = equation.outs.map((v) => namer.typed(v)).join(" ");
  if (equation.prim === "jit") {
    const inner = jaxprText(equation.call.jaxpr, indent + 6);
    const pad = " ".repeat(indent + 6);
    return `${outs} = jit[\n${pad}name=${equation.call.name}\n${pad}jaxpr=${inner}\n${" ".repeat(indent + 4)}]${inputs}`;
  }
  const params = primitiveParams(equation)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");
  const name = equation.prim === "host_call" ? equation.params.name : equation.prim;
  return `${outs} = ${name}${params === "" ? "" : `[${params}]`}${inputs}`;
}
