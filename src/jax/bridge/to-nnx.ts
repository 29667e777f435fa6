import { JaxArray } from "../array/array";
import { splitOptions } from "../linen/arguments";
import type { ApplyOptions, MethodArgument } from "../linen/arguments";
import type {
  CallArguments,
  CallResult,
  Module as LinenModule,
  VariablesOf,
} from "../linen/module";
import type { Variables } from "../linen/scope";
import { Module } from "../nnx/module";
import { ownersIn } from "../nnx/module-tree";
import { Rngs, streamsOf } from "../nnx/rngs";
import type { Param } from "../nnx/variable";
import { toAttributes, toVariables } from "./collections";

export type ToNNXOptions = {
  /** Where the module's keys come from: streams, which are forked, or a key for the parameters. */
  readonly rngs?: Rngs | JaxArray | null;
};

/** Modules whose next call makes their variables. */
const initializing = new WeakSet<object>();

/** Attributes that are not variables of the wrapped module. */
const OWN = /^to_nnx__/;

type Tree = { [name: string]: unknown };

/** What {@link ToNNX} makes. */
export class ToNNXModule<M extends LinenModule> extends Module {
  static override readonly pythonName: string = "ToNNX";
  /** The Linen module. */
  readonly to_nnx__module: M;
  /** The streams of keys; null without. */
  readonly to_nnx__rngs: Rngs | null;

  constructor(module: M, { rngs = null }: ToNNXOptions = {}) {
    super();
    this.to_nnx__module = module;
    if (rngs instanceof JaxArray) this.to_nnx__rngs = new Rngs({ params: rngs });
    else this.to_nnx__rngs = rngs === null ? null : rngs.fork();
  }

  /** Makes the variables for inputs of these shapes, and gives the module back. */
  lazyInit(...inputs: CallArguments<M>): this {
    return lazyInit(this, ...inputs);
  }

  /**
   * The Linen module's result with the variables in the attributes. As options after the inputs, `rngs` gives keys,
   * `method` names another method, and `mutable` names collections that may change: they change in the attributes.
   */
  override call(...inputs: CallArguments<M>): CallResult<M> {
    const [given, options] = splitOptions(inputs);
    const rngs = this.keys(options.rngs ?? null);
    // The types say what running the module gives, which is not known here.
    return (
      initializing.has(this)
        ? this.init(given, rngs, options.method)
        : this.run(given, rngs, options)
    ) as CallResult<M>;
  }

  private keys(given: unknown): Record<string, JaxArray> {
    const source = given ?? this.to_nnx__rngs;
    if (source instanceof JaxArray) return { params: source };
    if (!(source instanceof Rngs)) return {};
    const keys = Object.fromEntries(streamsOf(source).map((stream) => [stream.tag, stream()]));
    if ("params" in keys || !("default" in keys)) return keys;
    const { default: params, ...others } = keys;
    return { ...others, params };
  }

  private init(
    inputs: readonly unknown[],
    rngs: Record<string, JaxArray>,
    method: MethodArgument = "call",
  ): unknown {
    const [output, variables] = this.to_nnx__module.runInit(rngs, inputs, method);
    this.keep(variables);
    return output;
  }

  private run(
    inputs: readonly unknown[],
    rngs: Record<string, JaxArray>,
    { method, mutable = false }: ApplyOptions,
  ): unknown {
    const attributes = Object.entries(this).filter(([name]) => !OWN.test(name));
    const variables = toVariables(Object.fromEntries(attributes));
    const options = { rngs, method, mutable };
    const result: unknown = this.to_nnx__module.runApply(variables, inputs, options);
    if (mutable === false) return result;
    const [output, changed] = result as [unknown, Variables];
    this.keep(changed);
    return output;
  }

  private keep(variables: Variables): void {
    const attributes: Tree = toAttributes(variables);
    for (const [name, value] of Object.entries(attributes)) {
      const own: unknown = Reflect.get(this, name);
      Reflect.set(this, name, merged(own, value));
    }
  }
}

function merged(own: unknown, value: unknown): unknown {
  if (!isTree(own) || !isTree(value)) return value;
  const names = [...new Set([...Object.keys(own), ...Object.keys(value)])];
  return Object.fromEntries(
    names.map((name) => [name, name in value ? merged(own[name], value[name]) : own[name]]),
  );
}

function isTree(value: unknown): value is Tree {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

/** A Linen module as an NNX module; its parameters are its attributes. */
export type ToNNX<M extends LinenModule> = ToNNXModule<M> & ParamAttributes<VariablesOf<M>>;
type ParamAttributes<V> = V extends { params: infer P }
  ? { readonly [K in keyof P as string extends K ? never : K]: Param }
  : unknown;
type ToNNXClass = new <M extends LinenModule>(module: M, options?: ToNNXOptions) => ToNNX<M>;

/**
 * Turns a Linen module into an NNX module. Its variables are made by `lazyInit` from inputs.
 *
 * ```ts
 * const head = new bridge.ToNNX(new nn.Dense({ features: 2 }), { rngs: new nnx.Rngs(0) }).lazyInit(x);
 * const y = head(x);
 * ```
 */
// The parameters become attributes, which the class alone cannot say.
export const ToNNX: ToNNXClass = ToNNXModule as unknown as ToNNXClass;

/** Calls a module once, so that every Linen module in it makes its variables; gives the module back. */
export function lazyInit<M extends (...inputs: never[]) => unknown>(
  module: M,
  ...inputs: unknown[]
): M {
  const wrapped = ownersIn(module).filter((owner) => owner instanceof ToNNXModule);
  wrapped.forEach((owner) => initializing.add(owner));
  try {
    Reflect.apply(module, undefined, inputs);
  } finally {
    wrapped.forEach((owner) => initializing.delete(owner));
  }
  return module;
}
