import type { JaxArray } from "../../../array/array";
import { jax, jnp, linen as nn } from "../api";

/** The recorder's Linen models. Their names are part of keys and texts, and have to survive minification. */
export class Noisy extends nn.Module {
  static override readonly pythonName: string = "Noisy";
  override call(x: JaxArray, { train = true }: { train?: boolean } = {}): JaxArray {
    const h = nn.relu(new nn.LayerNorm()(new nn.Dense(4)(x)));
    return new nn.Dense(2)(new nn.Dropout(0.25, { deterministic: !train })(h));
  }
}

export class Stats extends nn.Module {
  static override readonly pythonName: string = "Stats";
  override call(x: JaxArray): JaxArray {
    const mean = this.variable("batch_stats", "mean", (shape: number[]) => jnp.zeros(shape), [3]);
    if (!this.isInitializing()) mean.value = mean.value.add(x.mean({ axis: 0 }));
    this.sow("intermediates", "h", x);
    return x.sub(mean.value);
  }
}

export class Listed extends nn.Module {
  static override readonly pythonName: string = "Listed";
  declare layers: nn.Dense[];
  declare w: JaxArray;
  override setup(): void {
    this.layers = [new nn.Dense(3), new nn.Dense(2)];
    this.w = this.param("w", nn.initializers.normal(), [3]);
  }
  override call(x: JaxArray): JaxArray {
    return this.layers.reduce((y, layer) => layer(y), x);
  }
  first(x: JaxArray): JaxArray {
    return this.layers[0](x).mul(this.w);
  }
}

export class Shared extends nn.Module {
  static override readonly pythonName: string = "Shared";
  constructor(readonly inner: nn.Dense) {
    super();
  }
  override call(x: JaxArray): JaxArray {
    return this.inner(this.inner(x));
  }
}

export class Streams extends nn.Module {
  static override readonly pythonName: string = "Streams";
  override call(): JaxArray[] {
    return [this.makeRng("noise"), this.makeRng("noise"), this.makeRng()];
  }
}

export class Nested extends nn.Module {
  static override readonly pythonName: string = "Nested";
  override call(x: JaxArray): JaxArray {
    return [0, 1].reduce((y) => new nn.Dense(3)(new Noisy()(y, { train: false })), x);
  }
}

export class Own extends nn.Module {
  static override readonly pythonName: string = "Own";
  override call(x: JaxArray): JaxArray {
    const drawn = (key: JaxArray, shape: number[]): JaxArray =>
      jax.random.normal(key, shape).mul(2);
    const a = this.param("a", drawn, [3]);
    const b = this.param("b", () => jnp.ones([3]));
    return x.mul(a).add(b);
  }
}

export class Frozen extends nn.Module {
  static override readonly pythonName: string = "Frozen";
  override call(x: JaxArray): JaxArray {
    Reflect.set(this, "foo", 1.5);
    return x;
  }
}

export class Twice extends nn.Module {
  static override readonly pythonName: string = "Twice";
  override call(x: JaxArray): JaxArray {
    return new nn.Dense(3, { name: "a" })(new nn.Dense(3, { name: "a" })(x));
  }
}

export class Clash extends nn.Module {
  static override readonly pythonName: string = "Clash";
  override call(x: JaxArray): JaxArray {
    this.param("a", nn.initializers.zeros, [1]);
    return new nn.Dense(2, { name: "a" })(x);
  }
}

export class Params extends nn.Module {
  static override readonly pythonName: string = "Params";
  override call(): JaxArray {
    this.param("a", nn.initializers.zeros, [1]);
    return this.param("a", nn.initializers.zeros, [1]);
  }
}

export class NoCall extends nn.Module {
  static override readonly pythonName: string = "NoCall";
}

export class Wrapped extends nn.Module {
  static override readonly pythonName: string = "Wrapped";
  override call(x: JaxArray): JaxArray {
    return new Noisy()(x);
  }
}
