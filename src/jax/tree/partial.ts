import { Callable } from "../base/callable";
import { FlattenedIndexKey } from "./keys";
import { registerNode } from "./registry";

type AnyFunction = (...args: never[]) => unknown;

/**
 * A function with its first arguments filled in, as a tree: the arguments are its children, so it can be
 * passed to a staged function.
 */
export class Partial extends Callable {
  readonly args: readonly unknown[];
  constructor(
    readonly func: AnyFunction,
    ...args: readonly unknown[]
  ) {
    super();
    this.args = args;
  }

  override call(...more: unknown[]): unknown {
    return Reflect.apply(this.func, undefined, [...this.args, ...more]);
  }
}

registerNode(Partial, {
  name: "Partial",
  flatten: ({ func, args }) => ({
    children: args,
    keys: args.map((_, index) => new FlattenedIndexKey(index)),
    metadata: func,
  }),
  unflatten: (func, children) => new Partial(func as AnyFunction, ...children),
});
