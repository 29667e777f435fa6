import { applyUpdates } from "../optax/apply-updates";
import type { GradientTransformation } from "../optax/transformation";
import type { JaxArray } from "../array/array";
import { AttributeError, JaxTypeError } from "../base/errors";
import { array, zeros } from "../numpy/creation";
import { flatten, leaves } from "../tree/flatten";
import { treeMapWithLeaf } from "../tree/map";
import { settled } from "../transform/settled";
import type { Filter } from "./filter";
import { state, update } from "./graph";
import { Module } from "./module";
import type { State } from "./state";
import { newVariable, Variable } from "./variable";

/** State of an optimiser: its count of steps. */
export class OptState<T = JaxArray> extends Variable<T> {
  static override readonly pythonName: string = "OptState";
}
/** An array of an optimiser's state that belongs to no Param. */
export class OptArray<T = JaxArray> extends OptState<T> {
  static override readonly pythonName: string = "OptArray";
}
/** An array of an optimiser's state that belongs to a Param. */
export class OptVariable<T = JaxArray> extends OptState<T> {
  static override readonly pythonName: string = "OptVariable";
}

export type OptimizerOptions = {
  /** Which variables of the model are optimised: the same as in `nnx.grad`, so `nnx.Param` as a rule. */
  readonly wrt: Filter;
};

const isVariable = (value: unknown): boolean => value instanceof Variable;

/**
 * An Optax optimiser with its state, for a module.
 *
 * ```ts
 * const optimizer = new nnx.Optimizer(model, optax.adam(0.01), { wrt: nnx.Param });
 * const grads = nnx.grad(loss)(model);
 * optimizer.update(model, grads);
 * ```
 */
export class Optimizer extends Module {
  static override readonly pythonName: string = "Optimizer";
  static readonly pythonAttributes = { optState: "opt_state" };
  /** How many updates were made: uint32 of shape (). */
  readonly step: OptState;
  readonly tx: GradientTransformation;
  /** The optimiser's state, its arrays in variables. */
  readonly optState: unknown;
  readonly wrt: Filter;

  constructor(model: Module, tx: GradientTransformation, options: OptimizerOptions) {
    super();
    const { wrt }: Partial<OptimizerOptions> = options ?? {};
    if (wrt === undefined) throw missing("wrt", "the `wrt` argument is required, if");
    this.step = new OptState(zeros([], { dtype: "uint32" }));
    this.tx = tx;
    this.optState = boxed(tx.init(state(model, wrt)));
    this.wrt = wrt;
  }

  /**
   * Makes one step: changes the model's variables and this optimiser's state in place, and returns the updates that
   * were added to the variables. `grads` is what `nnx.grad` gives.
   */
  update(model: Module, grads: object): State {
    if (grads === undefined) {
      throw missing("grads", "update requires both (model, grads) arguments to be passed. If");
    }
    const params = unboxed(state(model, this.wrt));
    const given: object = grads instanceof Module ? state(grads, this.wrt) : grads;
    const [updates, optState, next] = settled(() => {
      const [changes, after] = this.tx.update(unboxed(given), unboxed(this.optState), params);
      return [changes, after, applyUpdates(params, changes)];
    });
    update(model, next);
    const values = leaves(optState);
    variablesIn(this.optState).forEach((variable, i) => (variable.value = values[i]));
    this.step.value = this.step.value.add(array(1, { dtype: "uint32" }));
    // Updates have the structure of the gradients, and those of a module are a State.
    return updates as State;
  }

  /** Since Flax 0.11 an optimiser does not keep its model. */
  get model(): never {
    throw new AttributeError(
      "Optimizer does not have attribute 'model' since Flax 0.11.0. " +
        "To keep the previous behavior, use nnx.ModelAndOptimizer instead of nnx.Optimizer.",
    );
  }
}

function missing(name: string, why: string): JaxTypeError {
  return new JaxTypeError(
    `Missing required argument \`${name}\`. As of Flax 0.11.0 ${why} ` +
      "you want to keep the previous use nnx.ModelAndOptimizer instead of nnx.Optimizer.",
  );
}

/** An optimiser's state with every array in a variable. */
function boxed(optState: unknown): unknown {
  const box = (leaf: unknown): unknown => {
    if (!(leaf instanceof Variable)) return new OptArray(leaf);
    return newVariable(
      OptVariable.prototype,
      Variable.prototype.getMetadata.call(leaf),
      leaf.value,
    );
  };
  return treeMapWithLeaf(box, [optState], isVariable);
}

/** A tree with the values of its variables in their place. */
function unboxed<T>(tree: T): T {
  const open = (leaf: unknown): unknown => (leaf instanceof Variable ? leaf.value : leaf);
  return treeMapWithLeaf(open, [tree], isVariable) as T;
}

function variablesIn(tree: unknown): Variable<unknown>[] {
  return flatten(tree, isVariable).leaves.filter((leaf) => leaf instanceof Variable);
}
