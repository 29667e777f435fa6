import "../../jax/lax/index";
import "../../jax/nn/index";
import "../../jax/faces/numpy";
import "../../jax/random/index";
import { functionTable, type FunctionRow } from "../../jax/numpy/function-table";
import { get } from "./slots";
import { decode, encode } from "./values";

/** A row of the function table as Python reads it. */
export interface PythonRow {
  readonly module: string;
  readonly name: string;
  /** Name, Python's text of the default or null, how it may be given, and what it takes. */
  readonly parameters: readonly (readonly [string, string | null, string, string])[];
}

/** In an order of its own: that of the table is the order in which a bundle happens to evaluate its modules. */
function rows(): FunctionRow[] {
  const key = ({ module, name }: FunctionRow) => `${module} ${name}`;
  return [...functionTable()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The table of functions for Python's faces of them, in the order of {@link functionCalls}. */
export function pythonRows(): PythonRow[] {
  return rows().map(({ module, name, parameters }) => ({
    module,
    name,
    parameters: parameters.map(({ name: label, default: text, kind, takes }) => [
      label,
      text,
      kind,
      takes,
    ]),
  }));
}

type Call = (...args: unknown[]) => number | string;

/** Each function with arguments and results as Python hands them over. */
export function functionCalls(): Call[] {
  return rows().map(callOf);
}

function callOf(row: FunctionRow): Call {
  // When it is first called: most of them never are.
  let readers: ((value: unknown) => unknown)[] | null = null;
  const { run } = row;
  return (...args) => {
    readers ??= row.parameters.map(({ takes, default: text }) =>
      takes === "array" && text === null ? byNumber : decode,
    );
    for (let i = 0; i < args.length; i++) args[i] = readers[i](args[i]);
    return encode(run(...args));
  };
}

function byNumber(value: unknown): unknown {
  return typeof value === "number" ? get(value) : decode(value);
}
