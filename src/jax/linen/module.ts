import { Callable, makeCallable } from "../callable";
import type { JaxArray } from "../core/array";
import { AttributeError, CallCompactUnboundModuleError } from "../errors";
import type { Initializer } from "../nn/initializers";
import { checkRngs, checkVariables, splitOptions } from "./arguments";
import type { ApplyOptions, RngArgument } from "./arguments";
import { bindingOf, currentFrame, setBinding, within } from "./binding";
import { className } from "./class-name";
import { moduleText } from "./module-text";
import { Scope } from "./scope";
import type { Variables } from "./scope";

/** The variables that a module's init gives: those its class declares, else dicts of anything. */
type VariablesOf<M> = M extends { readonly variablesType?: infer V extends Variables }
  ? V
  : Variables;

/** The argument and result types of a module's own call. */
type CallArguments<M> = M extends { call(...args: infer A): unknown } ? A : never;
type CallResult<M> = M extends { call(...args: never[]): infer R } ? R : never;

/**
 * Base of Linen modules. A module holds settings, never parameters: `init` returns those, `apply` takes them.
 * Make layers inside `call` (they are named Dense_0, Dense_1, …) or in `setup` (they are named after the attribute).
 *
 * ```ts
 * class MLP extends nn.Module {
 *   call(x) {
 *     return new nn.Dense({ features: 1 })(nn.relu(new nn.Dense({ features: 8 })(x)));
 *   }
 * }
 * const model = new MLP();
 * const variables = model.init(jax.random.PRNGKey(0), x);
 * const y = model.apply(variables, x);
 * ```
 */
export class Module extends Callable {
  static readonly pythonName?: string;

  constructor({ name = null }: { readonly name?: string | null } = {}) {
    super();
    prepare(this, name);
  }

  /** Makes the layers that `call` uses, once per init or apply. */
  setup(): void {
    // Most modules make their layers in call.
  }

  /**
   * New variables for inputs of these shapes, `{ params: … }`. The inputs' values do not matter.
   * `rngs` is a key, or keys by stream name: `{ params: key }`.
   */
  init(rngs: RngArgument, ...inputs: CallArguments<this>): VariablesOf<this> {
    return this.initWithOutput(rngs, ...inputs)[1];
  }

  /** Like `init`, with the call's result before the variables. */
  initWithOutput(
    rngs: RngArgument,
    ...inputs: CallArguments<this>
  ): [CallResult<this>, VariablesOf<this>] {
    const variables: Variables = {};
    const streams = checkRngs(rngs, className(this));
    const scope = new Scope({ variables, streams, isMutable: () => true });
    // The types say what running the module gives, which is not known here.
    const output = run(this, scope, inputs, "call") as CallResult<this>;
    return [output, variables as VariablesOf<this>];
  }

  /**
   * The call's result with these variables. With options as the last argument: `rngs` gives keys by stream, `method`
   * names another method, and `mutable` names collections that may change; the result is then
   * `[result, changed collections]`.
   */
  override apply(variables: object, ...inputs: CallArguments<this>): CallResult<this>;
  override apply(
    variables: object,
    ...inputsAndOptions: [...CallArguments<this>, ApplyOptions]
  ): CallResult<this>;
  override apply(variables: object, ...given: unknown[]): unknown {
    const [inputs, options] = splitOptions(given);
    const { rngs = {}, method = "call", mutable = false } = options;
    const isMutable = (collection: string) =>
      typeof mutable === "boolean" ? mutable : mutable.includes(collection);
    const copy = checkVariables(variables);
    const streams = checkRngs(rngs, className(this));
    const result = run(this, new Scope({ variables: copy, streams, isMutable }), inputs, method);
    if (mutable === false) return result;
    return [result, Object.fromEntries(Object.entries(copy).filter(([name]) => isMutable(name)))];
  }

  /** Declares a parameter: made by `init` from a key, read from the variables by `apply`. */
  param(name: string, init: Initializer, shape: readonly number[], dtype = "float32"): JaxArray {
    return scopeOf(this).param(className(this), name, init, shape, dtype);
  }

  /** The next key of a stream, such as "dropout". */
  makeRng(stream = "params"): JaxArray {
    return scopeOf(this).makeRng(stream);
  }

  /** Flax's text: the class and its settings, one a line. */
  override toString(): string {
    return moduleText(this);
  }

  /** The same text: Python's repr. */
  repr(): string {
    return this.toString();
  }
}

/**
 * Ties a new instance to the module in whose call or setup it is made, and lets its own call run as that
 * module, whether it is called as `layer(x)` or as `layer.call(x)`.
 */
function prepare(module: Module, name: string | null): void {
  const frame = currentFrame();
  const parent = frame?.module ?? null;
  setBinding(module, { parent, name, scope: null, isSetUp: false });
  if (frame !== null && !frame.inSetup && name === null) {
    bindingOf(module).name = scopeOf(frame.module).automaticName(className(module));
  }
  const own: unknown = Reflect.get(module, "call");
  if (typeof own !== "function") return;
  Object.defineProperty(module, "call", {
    configurable: true,
    value: (...inputs: unknown[]) => runMethod(module, own, inputs),
  });
}

/** A copy of a module, so that running it leaves the learner's own as it was. */
function copyOf(module: Module, parent: Module | null, name: string | null): Module {
  const copy = Object.assign(makeCallable<Module>(Object.getPrototypeOf(module)), module);
  prepare(copy, name);
  bindingOf(copy).parent = parent;
  return copy;
}

/** Runs a method of a copy of the module that is bound to a scope. */
function run(module: Module, scope: Scope, inputs: readonly unknown[], method: string): unknown {
  const copy = copyOf(module, null, "root");
  bindingOf(copy).scope = scope;
  const own: unknown = Reflect.get(method === "call" ? Object.getPrototypeOf(copy) : copy, method);
  if (typeof own === "function") return runMethod(copy, own, inputs);
  throw new AttributeError(`'${className(module)}' object has no method '${method}'`);
}

/** Runs a method as the module: its layers are adopted and set up before the first one. */
function runMethod(module: Module, method: object, inputs: readonly unknown[]): unknown {
  const binding = bindingOf(module);
  if (!binding.isSetUp && isBound(module)) {
    binding.isSetUp = true;
    within({ module, inSetup: true }, () => module.setup());
    nameAttributes(module);
  }
  return within({ module, inSetup: false }, () =>
    Reflect.apply(method as () => unknown, module, inputs),
  );
}

/** Layers in attributes are named after the attribute; in a list, with their index. */
function nameAttributes(module: Module): void {
  for (const [attribute, value] of Object.entries(module)) {
    if (value instanceof Module) Reflect.set(module, attribute, named(module, value, attribute));
    if (!Array.isArray(value)) continue;
    const items = value.map((item: unknown, index) =>
      item instanceof Module ? named(module, item, `${attribute}_${index}`) : item,
    );
    Reflect.set(module, attribute, items);
  }
}

/** A layer with a name: one made in setup gets it, one made outside of any module is adopted as a copy. */
function named(owner: Module, layer: Module, name: string): Module {
  const binding = bindingOf(layer);
  if (binding.parent === null) return copyOf(layer, owner, binding.name ?? name);
  if (binding.parent === owner) binding.name ??= name;
  return layer;
}

/** Whether a module has a place within a running init or apply. */
function isBound(module: Module): boolean {
  const { scope, parent } = bindingOf(module);
  return scope !== null || (parent !== null && isBound(parent));
}

/** The scope of a module; a child gets its own below its parent's when it is first asked for. */
function scopeOf(module: Module): Scope {
  const binding = bindingOf(module);
  if (binding.scope !== null) return binding.scope;
  const { parent, name } = binding;
  if (parent === null || name === null || !isBound(parent)) {
    throw new CallCompactUnboundModuleError("Can't call compact methods on unbound modules");
  }
  binding.scope = scopeOf(parent).child(name);
  return binding.scope;
}
