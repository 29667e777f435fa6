import { logCall } from "../base/call-log";
import { Callable } from "../base/callable";
import type { JaxArray } from "../array/array";
import { ValueError } from "../base/errors";
import { checkApplyRngs, checkRngs, checkVariables, mutability, splitOptions } from "./arguments";
import type { ApplyOptions, InitOptions, MethodArgument, RngArgument } from "./arguments";
import { className } from "./class-name";
import { boundTo, findScope, prepare, run, scopeOf } from "./lifecycle";
import { moduleText } from "./module-text";
import { Scope } from "./scope";
import type { ParamInit, Variables } from "./scope";
import { VariableRef } from "./variable-ref";

/** The variables that a module's init gives: those its class declares, else dicts of anything. */
export type VariablesOf<M> = M extends { readonly variablesType?: infer V extends Variables }
  ? V
  : Variables;

/** The argument and result types of a module's own call. */
export type CallArguments<M> = M extends { call(...args: infer A): unknown } ? A : never;
export type CallResult<M> = M extends { call(...args: never[]): infer R } ? R : never;
/** The arguments without which a call is not possible. */
type Needed<A extends unknown[]> = A extends [infer First, ...infer Rest]
  ? [First, ...Needed<Rest>]
  : [];
/** A call's arguments, all of them or the needed ones, with options after them. */
type WithOptions<A extends unknown[], Options> = [...A, Options] | [...Needed<A>, Options];

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
   * `rngs` is a key, or keys by stream name: `{ params: key }`. An option after the inputs, `{ method: "…" }`, names
   * another method to run.
   */
  init<M extends Module>(this: M, rngs: RngArgument, ...inputs: CallArguments<M>): VariablesOf<M>;
  init<M extends Module>(
    this: M,
    rngs: RngArgument,
    ...given: WithOptions<CallArguments<M>, InitOptions>
  ): VariablesOf<M>;
  init(rngs: RngArgument, ...given: unknown[]): unknown {
    logCall("init", () => [className(this)]);
    const [inputs, { method = "call" }] = splitOptions(given);
    return this.runInit(rngs, inputs, method)[1];
  }

  /** Like `init`, with the call's result before the variables. */
  initWithOutput<M extends Module>(
    this: M,
    rngs: RngArgument,
    ...inputs: CallArguments<M>
  ): [CallResult<M>, VariablesOf<M>] {
    logCall("init", () => [className(this)]);
    // The types say what running the module gives, which is not known here.
    return this.runInit(rngs, inputs, "call") as [CallResult<M>, VariablesOf<M>];
  }

  /**
   * The call's result with these variables. With options as the last argument: `rngs` gives keys by stream, `method`
   * is another method, and `mutable` names collections that may change; the result is then
   * `[result, changed collections]`.
   */
  override apply<M extends Module>(
    this: M,
    variables: object,
    ...inputs: CallArguments<M>
  ): CallResult<M>;
  override apply<M extends Module>(
    this: M,
    variables: object,
    ...given: WithOptions<CallArguments<M>, MutableOptions>
  ): [CallResult<M>, Variables];
  override apply<M extends Module>(
    this: M,
    variables: object,
    ...given: WithOptions<CallArguments<M>, ApplyOptions>
  ): CallResult<M>;
  override apply(variables: object, ...given: unknown[]): unknown {
    logCall("apply", () => [className(this)]);
    const [inputs, options] = splitOptions(given);
    return this.runApply(variables, inputs, options);
  }

  /** @internal */
  runInit(
    rngs: RngArgument,
    inputs: readonly unknown[],
    method: MethodArgument,
  ): [unknown, Variables] {
    const variables: Variables = {};
    const scope = new Scope({
      variables,
      streams: checkRngs(rngs, className(this)),
      isInitializing: true,
      // What layers sow is of no use to an init.
      isMutable: (collection) => collection !== "intermediates",
    });
    return [run(this, scope, inputs, method), variables];
  }

  /** @internal */
  runApply(variables: object, inputs: readonly unknown[], options: ApplyOptions): unknown {
    const { method = "call", mutable = false } = options;
    const scope = scopeFor(variables, options);
    const result = run(this, scope, inputs, method);
    if (mutable === false) return result;
    const { variables: all, isMutable } = scope.root;
    return [result, Object.fromEntries(Object.entries(all).filter(([name]) => isMutable(name)))];
  }

  /**
   * The module with these variables, to be called without `apply`; what `setup` makes can be reached: `bound.layer(x)`.
   */
  override bind(variables: object, options: Omit<ApplyOptions, "method"> = {}): this {
    return boundTo(this, scopeFor(variables, options));
  }

  /** The variables of a bound or running module. Raises ValueError on others. */
  get variables(): Variables {
    const scope = findScope(this);
    if (scope === null) throw new ValueError("Can't access variables on unbound modules");
    const all = Object.keys(scope.root.variables).map(
      (name) => [name, scope.collection(name)] as const,
    );
    return Object.fromEntries(all.flatMap(([name, part]) => (part === null ? [] : [[name, part]])));
  }

  /**
   * Declares a parameter: made by `init` from a key and the arguments after it, read from the variables by `apply`.
   *
   * ```ts
   * const scale = this.param("scale", nn.initializers.ones, [3]);
   * ```
   */
  param<A extends unknown[]>(name: string, init: ParamInit<A>, ...args: A): JaxArray {
    const scope = scopeOf(this);
    scope.reserve("param", name, className(this));
    return scope.param(name, init, args);
  }

  /**
   * Declares a variable of a collection, made by `init` and the arguments after it if it is missing.
   *
   * ```ts
   * const mean = this.variable("batch_stats", "mean", () => jnp.zeros([3]));
   * if (!this.isInitializing()) mean.value = mean.value.mul(0.9);
   * ```
   */
  variable<T, A extends unknown[]>(
    collection: string,
    name: string,
    init: (...args: A) => T,
    ...args: A
  ): VariableRef<T> {
    const scope = scopeOf(this);
    scope.reserve("variable", name, className(this));
    scope.ensure(collection, name, () => init(...args));
    return new VariableRef<T>(scope, collection, name);
  }

  /** Whether a variable is there already. */
  hasVariable(collection: string, name: string): boolean {
    return scopeOf(this).has(collection, name);
  }

  /** Keeps a value in a collection, as one more entry of its list, if that may change. */
  sow(collection: string, name: string, value: unknown): boolean {
    const scope = scopeOf(this);
    if (!scope.root.isMutable(collection)) return false;
    const kept = scope.read(collection, name);
    scope.write(collection, name, [...(Array.isArray(kept) ? kept : []), value]);
    return true;
  }

  /** Whether an `init` is running. */
  isInitializing(): boolean {
    return scopeOf(this).root.isInitializing;
  }

  /** Whether a collection may change in this run. */
  isMutableCollection(collection: string): boolean {
    return scopeOf(this).root.isMutable(collection);
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

/** Options of `apply` with which it returns the changed collections too. */
type MutableOptions = ApplyOptions & { readonly mutable: true | string | readonly string[] };

/** A place at the top of the given variables. */
function scopeFor(variables: object, { rngs = {}, mutable = false }: ApplyOptions): Scope {
  return new Scope({
    variables: checkVariables(variables),
    streams: checkApplyRngs(rngs),
    isInitializing: false,
    isMutable: mutability(mutable),
  });
}
