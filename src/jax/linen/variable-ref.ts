import type { Scope } from "./scope";

/** A variable of a running module: its value can be read, and set if its collection is mutable. */
export class VariableRef<T> {
  readonly #scope: Scope;

  constructor(
    scope: Scope,
    readonly collection: string,
    readonly name: string,
  ) {
    this.#scope = scope;
  }

  /** The value. Setting it raises ModifyScopeVariableError if the collection is not mutable. */
  get value(): T {
    // A variable of this name holds what its first `init` or the learner's dict put there.
    return this.#scope.read(this.collection, this.name) as T;
  }

  set value(value: T) {
    this.#scope.write(this.collection, this.name, value);
  }
}
