import { JaxTypeError } from "./errors";

/**
 * Base of classes whose instances can be called like functions, as Python's are through `__call__`:
 * `layer(x)` is `layer.call(x)`. The call's type is that of the subclass's own `call` method.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- see the class
export interface Callable {
  (
    ...args: this extends { call(...args: infer A): unknown } ? A : never
  ): this extends { call(...args: never[]): infer R } ? R : never;
}
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- instances are the functions that the interface describes
export class Callable {
  constructor() {
    return makeCallable(new.target.prototype);
  }

  /** What calling the instance does; subclasses write their own. */
  call(..._args: never[]): unknown {
    throw new JaxTypeError(
      `'${this.constructor.name}' object is not callable: its class has no call(…) method.`,
    );
  }
}

/** A function that passes its arguments to its own `call`, dressed as an instance of a prototype. */
export function makeCallable<T extends Callable>(prototype: T): T {
  const self = (...args: never[]): unknown => instance.call(...args);
  // A function's own name and length would stand in the way of attributes called so.
  Reflect.deleteProperty(self, "name");
  Reflect.deleteProperty(self, "length");
  const instance: T = Object.setPrototypeOf(self, prototype);
  return instance;
}
