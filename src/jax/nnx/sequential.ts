import type { JaxArray } from "../array/array";
import type { ArrayLike } from "../numpy/as-array";
import { List } from "./containers";
import { Module } from "./module";

/** A layer or function of one array. */
export type LayerFunction = (x: JaxArray) => JaxArray;

/**
 * Layers and functions one after the other.
 *
 * ```ts
 * const model = new nnx.Sequential(new nnx.Linear(2, 8, { rngs }), nnx.relu, new nnx.Linear(8, 1, { rngs }));
 * const y = model(x);
 * ```
 */
export class Sequential extends Module {
  static override readonly pythonName: string = "Sequential";
  readonly layers: List<LayerFunction>;

  constructor(...layers: LayerFunction[]) {
    super();
    this.layers = new List(layers);
  }

  /** Applies one layer after the other. */
  override call(inputs: ArrayLike): JaxArray {
    // Every layer takes what stands for an array; an empty sequence gives its input back.
    return [...this.layers].reduce((x, layer) => layer(x), inputs as JaxArray);
  }
}
