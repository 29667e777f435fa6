import type { AnyEquation, Jaxpr } from "./jaxpr";
import { JaxprNames } from "./jaxpr-names";
import { primitiveName, primitiveParams } from "./jaxpr-params";
import { operationName, operationParams, type Parameter } from "./operation-params";
import { concat, group, join, layout, lineBreak, nest, text, type Doc } from "./pretty";

const WIDTH = 80;
const NEXT_LINE = lineBreak();

/** JAX's text of a staged function. */
export function jaxprText(jaxpr: Jaxpr): string {
  const names = new JaxprNames(jaxpr);
  const before = [...names.shared].map(([inner, name]) =>
    concat([text(`let ${name} = `), skeleton(inner, names), text(" in"), NEXT_LINE]),
  );
  return layout(concat([...before, skeleton(jaxpr, names)]), WIDTH);
}

function functionDoc(jaxpr: Jaxpr, names: JaxprNames): Doc {
  const name = names.shared.get(jaxpr);
  return name === undefined ? skeleton(jaxpr, names) : text(name);
}

/** `{ lambda constants; inputs. let equations in (outputs,) }`. */
function skeleton(jaxpr: Jaxpr, names: JaxprNames): Doc {
  const binders = (list: Jaxpr["inputs"]): Doc => spaced(list.map((v) => names.typed(v)));
  const head = concat([
    text("{ lambda "),
    binders(jaxpr.constVars),
    text("; "),
    binders(jaxpr.inputs),
    text(". let"),
  ]);
  const equations = join(
    lineBreak("; "),
    jaxpr.equations.map((equation) => equationDoc(equation, names)),
  );
  const outputs = jaxpr.outputs.map((atom) => names.atom(atom));
  const result = concat([
    text("in ("),
    spaced(outputs, ","),
    text(outputs.length === 1 ? ",)" : ")"),
  ]);
  const lines = concat([head, nest(2, concat([NEXT_LINE, equations])), NEXT_LINE, result]);
  return group(concat([nest(2, lines), text(" }")]));
}

/** Words that fill lines: each may begin a new one. */
function spaced(words: readonly string[], separator = ""): Doc {
  const between = concat([text(separator), group(NEXT_LINE)]);
  return nest(2, group(join(between, words.map(text))));
}

function equationDoc(equation: AnyEquation, names: JaxprNames): Doc {
  const outs = spaced(equation.outs.map((v) => names.typed(v)));
  if (equation.prim === "call" && equation.call.kind === "jit" && !equation.call.remat) {
    const { shown } = equation.call;
    if (!names.shared.has(shown)) {
      names.share(shown.inputs, equation.inputs);
      names.share(shown.outputs, equation.outs);
    }
  }
  const params = parametersDoc(paramsOf(equation), names);
  const inputs = spaced(equation.inputs.map((atom) => names.atom(atom)));
  const call = concat([text(nameOf(equation)), params, text(" "), inputs]);
  return equation.outs.length === 0 ? call : concat([outs, text(" = "), call]);
}

function nameOf(equation: AnyEquation): string {
  if (equation.prim === "call") return operationName(equation.call);
  return equation.prim === "host_call" ? equation.params.name : primitiveName(equation);
}

function paramsOf(equation: AnyEquation): readonly Parameter[] {
  return equation.prim === "call" ? operationParams(equation.call) : primitiveParams(equation);
}

function parametersDoc(params: readonly Parameter[], names: JaxprNames): Doc {
  if (params.length === 0) return text("");
  const list = params.map(([name, value]) => concat([text(`${name}=`), valueDoc(value, names)]));
  return bracketed("[", join(NEXT_LINE, list), "]");
}

function valueDoc(value: Parameter[1], names: JaxprNames): Doc {
  if (typeof value === "string") return text(value);
  if ("equations" in value) return functionDoc(value, names);
  const list = value.map((jaxpr) => functionDoc(jaxpr, names));
  return bracketed("(", join(NEXT_LINE, list), ")");
}

function bracketed(open: string, inner: Doc, close: string): Doc {
  return group(
    concat([nest(2, concat([text(open), lineBreak(""), inner])), lineBreak(""), text(close)]),
  );
}
