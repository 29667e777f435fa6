import type { JaxArray } from "../array/array";
import * as initializers from "../nn/initializers";
import type { Initializer } from "../nn/initializers";
import * as random from "../random/index";
import { Module } from "./module";

/** A function of jax.random or an initialiser without its first argument, the key. */
type Keyless<F> = F extends (key: never, ...rest: infer A) => infer R ? (...rest: A) => R : never;
type Draw = (key: JaxArray, ...rest: never[]) => unknown;

/** What gives keys and draws with them: each draw takes one key. */
export abstract class KeySource extends Module {
  /** The next key. */
  abstract override call(): JaxArray;

  /** Samples the standard normal distribution with the next key. */
  declare readonly normal: Keyless<typeof random.normal>;
  /** Samples the uniform distribution with the next key. */
  declare readonly uniform: Keyless<typeof random.uniform>;
  /** Samples a normal distribution cut off on both sides with the next key. */
  declare readonly truncatedNormal: Keyless<typeof random.truncatedNormal>;
  /** Draws true with a given probability with the next key. */
  declare readonly bernoulli: Keyless<typeof random.bernoulli>;
  /** Draws random words with the next key. */
  declare readonly bits: Keyless<typeof random.bits>;
  /** Draws whole numbers with the next key. */
  declare readonly randint: Keyless<typeof random.randint>;
  /** Draws −1 or 1 with the next key. */
  declare readonly rademacher: Keyless<typeof random.rademacher>;
  /** Shuffles with the next key. */
  declare readonly permutation: Keyless<typeof random.permutation>;
  /** Chooses elements with the next key. */
  declare readonly choice: Keyless<typeof random.choice>;
  /** Draws classes by their logits with the next key. */
  declare readonly categorical: Keyless<typeof random.categorical>;
  /** Samples the Gumbel distribution with the next key. */
  declare readonly gumbel: Keyless<typeof random.gumbel>;
  /** Samples the exponential distribution with the next key. */
  declare readonly exponential: Keyless<typeof random.exponential>;
  /** Samples the Laplace distribution with the next key. */
  declare readonly laplace: Keyless<typeof random.laplace>;
  /** Samples the logistic distribution with the next key. */
  declare readonly logistic: Keyless<typeof random.logistic>;

  /** `rngs.lecunNormal()(shape)`: weights from the next key. */
  lecunNormal(...options: Parameters<typeof initializers.lecunNormal>): Keyless<Initializer> {
    return this.keyless(initializers.lecunNormal(...options));
  }
  /** Uniform weights of variance 1 / fan_in from the next key. */
  lecunUniform(...options: Parameters<typeof initializers.lecunUniform>): Keyless<Initializer> {
    return this.keyless(initializers.lecunUniform(...options));
  }
  /** Weights of variance 2 / (fan_in + fan_out) from the next key. */
  glorotNormal(...options: Parameters<typeof initializers.glorotNormal>): Keyless<Initializer> {
    return this.keyless(initializers.glorotNormal(...options));
  }
  /** Uniform weights of variance 2 / (fan_in + fan_out) from the next key. */
  glorotUniform(...options: Parameters<typeof initializers.glorotUniform>): Keyless<Initializer> {
    return this.keyless(initializers.glorotUniform(...options));
  }
  /** Weights of variance 2 / fan_in from the next key. */
  heNormal(...options: Parameters<typeof initializers.heNormal>): Keyless<Initializer> {
    return this.keyless(initializers.heNormal(...options));
  }
  /** Uniform weights of variance 2 / fan_in from the next key. */
  heUniform(...options: Parameters<typeof initializers.heUniform>): Keyless<Initializer> {
    return this.keyless(initializers.heUniform(...options));
  }

  private keyless(init: Initializer): Keyless<Initializer> {
    return (...rest) => init(this.call(), ...rest);
  }
}

const DRAWS: Readonly<Record<string, Draw>> = {
  normal: random.normal,
  uniform: random.uniform,
  truncatedNormal: random.truncatedNormal,
  bernoulli: random.bernoulli,
  bits: random.bits,
  randint: random.randint,
  rademacher: random.rademacher,
  permutation: random.permutation,
  choice: random.choice,
  categorical: random.categorical,
  gumbel: random.gumbel,
  exponential: random.exponential,
  laplace: random.laplace,
  logistic: random.logistic,
};

for (const [name, draw] of Object.entries(DRAWS)) {
  Object.defineProperty(KeySource.prototype, name, {
    value(this: KeySource, ...rest: never[]): unknown {
      return draw(this.call(), ...rest);
    },
  });
}
