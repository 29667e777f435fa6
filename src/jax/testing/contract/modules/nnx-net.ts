import type { JaxArray } from "../../../array/array";
import { jnp, nnx } from "../api";

/** The recorder's NNX model: linear, layer norm, ReLU, dropout, linear, and a count of its calls. */
export class Net extends nnx.Module {
  static override readonly pythonName: string = "Net";
  readonly linear: nnx.Linear;
  readonly norm: nnx.LayerNorm;
  readonly drop: nnx.Dropout;
  readonly out: nnx.Linear;
  readonly count: nnx.BatchStat;

  constructor(rngs: nnx.Rngs) {
    super();
    this.linear = new nnx.Linear(3, 4, { rngs });
    this.norm = new nnx.LayerNorm(4, { rngs });
    this.drop = new nnx.Dropout(0.25, { rngs });
    this.out = new nnx.Linear(4, 2, { rngs });
    this.count = new nnx.BatchStat(jnp.zeros([]));
  }

  override call(x: JaxArray): JaxArray {
    this.count.value = this.count.value.add(1);
    return this.out(this.drop(nnx.relu(this.norm(this.linear(x)))));
  }
}

/** Mean squared error of a model. */
export function mse(model: (x: JaxArray) => JaxArray, x: JaxArray, y: JaxArray): JaxArray {
  return model(x).sub(y).pow(2).mean();
}
