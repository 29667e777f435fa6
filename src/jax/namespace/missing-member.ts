/**
 * Errors for members that arrays do not have, where JavaScript would give undefined. Imported once, for its
 * effect, by the facade's entry points.
 */
import { JaxArray } from "../array/array";
import { Tracer } from "../core/trace";
import { AttributeError, JaxTypeError } from "../base/errors";
import { isAskedOfAll } from "./is-asked-of-all";
import { aboutMissing } from "./about-missing";

const POSITION = /^-?\d+$/;
/** Fields that every array has from its constructor, beside what is on the prototype. */
const FIELDS = ["shape", "dtype"];

/** Python's text for an attribute that an array, a traced one or a key does not have. */
function missingText(x: JaxArray, name: string): string {
  if (x instanceof Tracer) return `${x.jaxClass} has no attribute ${name}`;
  const type = x.dtype === "key<fry>" ? "PRNGKeyArray" : "jaxlib._jax.ArrayImpl";
  return `'${type}' object has no attribute '${name}'`;
}

function unreadable(x: JaxArray, name: string): Error {
  if (POSITION.test(name))
    return new JaxTypeError(
      `Square brackets do not read an array in TypeScript. Python's x[${name}] is x.at(${name}).get() or x.slice(${name}).`,
    );
  const names = [...FIELDS, ...Object.keys(Object.getOwnPropertyDescriptors(JaxArray.prototype))];
  const sentences = aboutMissing(
    "jax.Array",
    name,
    names.filter((each) => !isAskedOfAll(each)),
  );
  return new AttributeError([`${missingText(x, name)}.`, ...sentences].join(" "));
}

function unwritable(name: string): JaxTypeError {
  return new JaxTypeError(
    `JAX arrays are immutable and do not support in-place item assignment. Instead of x[idx] = y, use x = x.at[idx].set(y) or another .at[] method: https://docs.jax.dev/en/latest/_autosummary/jax.numpy.ndarray.at.html\nIn TypeScript that is x.at(${name}).set(y).`,
  );
}

/**
 * What stands at the end of the arrays' prototype chain. Members that are there are found before it, so
 * reading them costs nothing more.
 */
Object.setPrototypeOf(
  JaxArray.prototype,
  new Proxy<object>(Object.prototype, {
    get(target, name, x): unknown {
      if (typeof name === "symbol" || isAskedOfAll(name)) return Reflect.get(target, name, x);
      // The prototypes themselves, and objects made of them, are asked by tools.
      if (!(x instanceof JaxArray) || !Object.hasOwn(x, "shape")) return undefined;
      throw unreadable(x, name);
    },
    set(target, name, value, x): boolean {
      if (typeof name === "string" && POSITION.test(name)) throw unwritable(name);
      return Reflect.set(target, name, value, x);
    },
  }),
);
