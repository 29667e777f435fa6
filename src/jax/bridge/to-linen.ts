import { scopeOf } from "../linen/lifecycle";
import { Module } from "../linen/module";
import type { CallArguments, CallResult } from "../linen/module";
import { isDict } from "../linen/scope";
import { Not } from "../nnx/filter";
import { state, update } from "../nnx/graph";
import type { Module as NnxModule } from "../nnx/module";
import { Rngs, RngState } from "../nnx/rngs";
import type { Seed } from "../nnx/rngs";
import { toVariables } from "./collections";

type NnxClass = new (...args: never[]) => NnxModule;

export type ToLinenOptions = {
  /** What the class is made with, before its options. */
  readonly args?: readonly unknown[];
  /** The options that the class is made with, beside `rngs`. */
  readonly kwargs?: Readonly<Record<string, unknown>>;
  /** Whether the class takes no `rngs`. */
  readonly skipRng?: boolean;
  /** The module's name among its parent's variables; by default ToLinen_0, ToLinen_1, … */
  readonly name?: string | null;
};

/**
 * Turns a class of NNX modules into a Linen module. Instances are made as `new Class(...args, { ...kwargs, rngs })`.
 *
 * ```ts
 * const layer = new bridge.ToLinen(nnx.Linear, { args: [3, 4] });
 * const variables = layer.init(jax.random.key(0), x);
 * ```
 */
export class ToLinen<C extends NnxClass> extends Module {
  static override readonly pythonName: string = "ToLinen";
  static readonly pythonAttributes = { nnxClass: "nnx_class", skipRng: "skip_rng" };
  readonly nnxClass: C;
  readonly args: readonly unknown[];
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly skipRng: boolean;

  constructor(nnxClass: C, options: ToLinenOptions = {}) {
    super({ name: options.name });
    this.nnxClass = nnxClass;
    this.args = options.args ?? [];
    this.kwargs = options.kwargs ?? {};
    this.skipRng = options.skipRng ?? false;
  }

  /** Calls an instance that has this module's variables. Only within init or apply. */
  override call(...inputs: CallArguments<InstanceType<C>>): CallResult<InstanceType<C>> {
    const module = this.instance();
    if (this.isInitializing()) this.store(module);
    else this.load(module);
    const output: unknown = Reflect.apply(module.call, module, inputs);
    if (!this.isInitializing()) this.store(module);
    // The types say what running the module gives, which is not known here.
    return output as CallResult<InstanceType<C>>;
  }

  private instance(): NnxModule {
    const rngs = this.skipRng ? {} : { rngs: new Rngs(this.seeds()) };
    return Reflect.construct(this.nnxClass, [...this.args, { ...this.kwargs, ...rngs }]);
  }

  /** A key from each stream of the run; outside of init there is always one to make the instance with. */
  private seeds(): Record<string, Seed> {
    const { streams } = scopeOf(this).root;
    const seeds: Record<string, Seed> = {};
    for (const name of Object.keys(streams)) seeds[name] = this.makeRng(name);
    if (!this.isInitializing()) seeds.default ??= 0;
    return seeds;
  }

  private load(module: NnxModule): void {
    for (const collection of Object.values(this.variables)) update(module, collection);
  }

  private store(module: NnxModule): void {
    const scope = scopeOf(this);
    const nested: { [name: string]: unknown } = { ...state(module, Not(RngState)) };
    for (const [collection, tree] of Object.entries(toVariables(nested))) {
      if (!scope.root.isMutable(collection)) continue;
      for (const [name, value] of Object.entries(tree)) scope.write(collection, name, value);
    }
  }
}

/** `toLinen(nnx.Linear, 3, 4, { useBias: false })`: a class of NNX modules and what it is made with. */
export function toLinen<C extends NnxClass>(nnxClass: C, ...args: unknown[]): ToLinen<C> {
  const last = args.at(-1);
  const kwargs = isDict(last) ? last : {};
  return new ToLinen(nnxClass, { args: isDict(last) ? args.slice(0, -1) : args, kwargs });
}
