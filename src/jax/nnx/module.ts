import { Callable, makeCallable } from "../base/callable";
import { compareNames } from "../tree/compare-names";
import { GetAttrKey } from "../tree/keys";
import { registerNode } from "../tree/registry";
import { isData } from "./is-data";
import { setAttributes } from "./module-tree";
import { moduleText } from "./module-text";
import { sameStatic } from "./same-static";
import type { Variable } from "./variable";

/** Marks modules apart from plain functions, for types alone. */
declare const isModule: unique symbol;

/** An attribute of a module. */
export type Attribute = readonly [name: string, value: unknown];

/**
 * Base of NNX layers and models. Write the layers into attributes and the computation into `call`;
 * an instance is called like a function.
 *
 * ```ts
 * class MLP extends nnx.Module {
 *   constructor(rngs: nnx.Rngs) {
 *     super();
 *     this.hidden = new nnx.Linear(2, 8, { rngs });
 *     this.out = new nnx.Linear(8, 1, { rngs });
 *   }
 *   call(x) {
 *     return this.out(nnx.relu(this.hidden(x)));
 *   }
 * }
 * const y = new MLP(new nnx.Rngs(0))(x);
 * ```
 *
 * A module is a tree node: its arrays, variables and modules are children sorted by name, all else is static.
 * So `jax.grad` over a module gives a module of gradients.
 */
export class Module extends Callable {
  static readonly pythonName?: string;
  declare readonly [isModule]: true;

  /** Switches this module and all below it to training: dropout on. Other attributes can be set with it. */
  train(attributes: Readonly<Record<string, unknown>> = {}): void {
    setAttributes(this, { deterministic: false, useRunningAverage: false, ...attributes });
  }

  /** Switches this module and all below it to evaluation: dropout off. Other attributes can be set with it. */
  eval(attributes: Readonly<Record<string, unknown>> = {}): void {
    setAttributes(this, { deterministic: true, useRunningAverage: true, ...attributes });
  }

  /**
   * Keeps a value from within a call in an attribute of this kind, as one more entry of its list.
   * `nnx.pop(module, nnx.Intermediate)` takes them out again.
   */
  sow(kind: new (value: unknown[]) => Variable<unknown>, name: string, value: unknown): void {
    const kept: unknown = Reflect.get(this, name);
    if (kept instanceof kind && Array.isArray(kept.value)) kept.value = [...kept.value, value];
    else Reflect.set(this, name, new kind([value]));
  }

  /** Flax's text: parameters counted, attributes in their order. */
  override toString(): string {
    return moduleText(this);
  }

  /** The same text: Python's repr. */
  repr(): string {
    return this.toString();
  }
}

/** A module made from attributes, without running its class's constructor. */
export function newModule(prototype: Module, attributes: Iterable<Attribute>): Module {
  return Object.assign(makeCallable(prototype), Object.fromEntries(attributes));
}

/** A module's attributes that are children and those that are static, each sorted by name. */
export function attributesOf(module: object): { data: Attribute[]; fixed: Attribute[] } {
  const sorted = Object.entries(module).sort(([a], [b]) => compareNames(a, b));
  return {
    data: sorted.filter(([, value]) => isData(value)),
    fixed: sorted.filter(([, value]) => !isData(value)),
  };
}

type ModuleMeta = {
  readonly prototype: Module;
  readonly names: readonly string[];
  readonly fixed: readonly Attribute[];
};

registerNode<Module>(Module, {
  name: "Module",
  flatten(module) {
    const { data, fixed } = attributesOf(module);
    const names = data.map(([name]) => name);
    const metadata: ModuleMeta = { prototype: Object.getPrototypeOf(module), names, fixed };
    return {
      children: data.map(([, value]) => value),
      keys: names.map((name) => new GetAttrKey(name)),
      metadata,
    };
  },
  unflatten(metadata, children) {
    const { prototype, names, fixed } = metadata as ModuleMeta;
    const data = names.map((name, index): Attribute => [name, children[index]]);
    return newModule(prototype, [...data, ...fixed]);
  },
  sameMetadata(a, b) {
    const [left, right] = [a as ModuleMeta, b as ModuleMeta];
    return left.prototype === right.prototype && sameStatic(left, right);
  },
  metadataText(metadata) {
    const { prototype, names, fixed } = metadata as ModuleMeta;
    const attributes = [...names, ...fixed.map(([name]) => name)];
    return `${prototype.constructor.name}: ${attributes.join(", ")}`;
  },
});
