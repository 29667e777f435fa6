import type { JaxArray } from "../array/array";
import { ValueError } from "../base/errors";
import type { ArrayLike } from "../numpy/as-array";
import { pythonTypeName } from "../tree/python-type-name";
import { isModule } from "./binding";
import { className } from "./class-name";
import { Module } from "./module";

/** A layer or function of one array. */
type LayerFunction = (x: JaxArray) => JaxArray;

/**
 * Layers and functions one after the other; the layers' variables are named layers_0, layers_1, …
 *
 * ```ts
 * const model = new nn.Sequential([new nn.Dense({ features: 8 }), nn.relu, new nn.Dense({ features: 1 })]);
 * ```
 */
export class Sequential extends Module {
  static override readonly pythonName: string = "Sequential";
  readonly layers: readonly LayerFunction[];

  constructor(
    layers: readonly LayerFunction[],
    { name = null }: { readonly name?: string | null } = {},
  ) {
    super({ name });
    if (!Array.isArray(layers)) {
      const type = isModule(layers) ? className(layers) : pythonTypeName(layers);
      throw new ValueError(`'layers' must be a sequence, got '${type}'.`);
    }
    this.layers = layers;
  }

  /** Applies one layer after the other. Only within init or apply. */
  override call(inputs: ArrayLike): JaxArray {
    // Every layer takes what stands for an array; an empty sequence gives its input back.
    return this.layers.reduce((x, layer) => layer(x), inputs as JaxArray);
  }
}
