import type { AnyEquation, Jaxpr } from "./jaxpr";
import type { Operation, OperationKind, OperationOf } from "./operation";

/** A parameter of an operation: text, one function or several. */
export type Parameter = readonly [name: string, value: string | Jaxpr | readonly Jaxpr[]];

function custom(call: Extract<Operation, { kind: "custom_jvp_call" | "custom_vjp_call" }>): Jaxpr {
  if (call.staged === null) throw new Error("A function with its own derivative was not staged.");
  return call.staged.shown;
}

const params: {
  readonly [K in OperationKind]: (operation: OperationOf<K>) => readonly Parameter[];
} = {
  jit: ({ remat, name, shown }) =>
    remat
      ? [
          ["differentiated", "False"],
          ["jaxpr", shown],
          ["policy", "None"],
          ["prevent_cse", "True"],
        ]
      : [
          ["name", name],
          ["jaxpr", shown],
        ],
  scan: ({ body, length, numCarry, numConsts, reverse }) => [
    ["jaxpr", body.shown],
    ["length", String(length)],
    ["num_carry", String(numCarry)],
    ["num_consts", String(numConsts)],
    ["reverse", reverse ? "True" : "False"],
    ["unroll", "1"],
  ],
  while: ({ cond, body, numCondConsts, numBodyConsts }) => [
    ["body_jaxpr", body.shown],
    ["body_nconsts", String(numBodyConsts)],
    ["cond_jaxpr", cond.shown],
    ["cond_nconsts", String(numCondConsts)],
  ],
  cond: ({ branches }) => [["branches", branches.map(({ shown }) => shown)]],
  custom_jvp_call: (call) => [
    ["name", call.name],
    ["call_jaxpr", custom(call)],
    ["jvp", call.ruleName],
    ["symbolic_zeros", "False"],
  ],
  custom_vjp_call: (call) => [
    ["name", call.name],
    ["bwd", call.ruleNames[1]],
    ["call_jaxpr", custom(call)],
    ["fwd", call.ruleNames[0]],
    ["symbolic_zeros", "False"],
  ],
  custom_lin: () => [],
  debug_print: ({ format }) => [["fmt", format]],
};

/** An operation's parameters under JAX's names and in JAX's order. */
export function operationParams(operation: Operation): readonly Parameter[] {
  // The function belongs to the operation's kind; the union hides that from the table's type.
  const list = params[operation.kind] as (operation: Operation) => readonly Parameter[];
  return list(operation);
}

/** The name under which JAX shows an operation. */
export function operationName(operation: Operation): string {
  return operation.kind === "jit" && operation.remat ? "remat2" : operation.kind;
}

/** The staged functions inside an equation; the name is that of the operation, if it has one. */
export function jaxprsIn(equation: AnyEquation): { name: string | null; jaxpr: Jaxpr }[] {
  if (equation.prim !== "call") return [];
  const list = operationParams(equation.call);
  const named = list.find(([name]) => name === "name")?.[1];
  return list.flatMap(([, value]) =>
    (typeof value === "string" ? [] : "equations" in value ? [value] : value).map((jaxpr) => ({
      name: typeof named === "string" ? named : null,
      jaxpr,
    })),
  );
}
