import { partMissing } from "./part-missing";

type Callable = (...args: never[]) => unknown;

const awaited = new Map<number, (code: Callable) => void>();

/**
 * A function or a class whose code comes with a part of the facade: {@link handIn} gives it under the same number.
 * Until then a call raises an error that asks for `name`, e.g. `optax.adam`, in the program's text.
 * @public for the stand-ins that the build makes
 */
export function functionLater(number: number, name: string): Callable {
  let code: Callable | null = null;
  function later(...args: never[]): unknown {
    if (code === null) throw partMissing(name);
    return new.target === undefined ? code(...args) : Reflect.construct(code, args, new.target);
  }
  Object.defineProperty(later, "name", { value: name.slice(name.lastIndexOf(".") + 1) });
  awaited.set(number, (given) => {
    code = given;
    // Of a class: what it makes is an instance of the stand-in as well.
    if (given.prototype !== undefined) later.prototype = given.prototype;
  });
  return later;
}

/**
 * Gives the code of a function for which {@link functionLater} stands.
 * @public for the parts that the build makes
 */
export function handIn(number: number, code: Callable): void {
  awaited.get(number)?.(code);
}
