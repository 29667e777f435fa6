/** Which NNX class of variables belongs to which Linen collection. */
import { BatchStat, Cache, Intermediate, Param, Variable } from "../nnx/variable";
import { isDict } from "../linen/scope";
import type { Variables } from "../linen/scope";

type VariableClass = (new (value: unknown) => Variable<unknown>) & { readonly pythonName: string };

const CLASSES = new Map<string, VariableClass>([
  ["params", Param],
  ["batch_stats", BatchStat],
  ["cache", Cache],
  ["intermediates", Intermediate],
]);

/** The class of a collection's variables; a collection that Flax does not know gets one of its own. */
function classOf(collection: string): VariableClass {
  const known = CLASSES.get(collection);
  if (known !== undefined) return known;
  class Named extends Variable<unknown> {
    static override readonly pythonName: string = collection;
  }
  CLASSES.set(collection, Named);
  return Named;
}

/** The collection of a variable. */
export function collectionOf(variable: Variable<unknown>): string {
  for (const [collection, type] of CLASSES) if (variable instanceof type) return collection;
  return "variables";
}

type Tree = { [name: string]: unknown };

/** Linen's variables as nested dicts of NNX variables, without the level of collections. */
export function toAttributes(variables: Variables): Tree {
  const attributes: Tree = {};
  for (const [collection, tree] of Object.entries(variables)) {
    mergeInto(attributes, boxed(tree, classOf(collection)));
  }
  return attributes;
}

function boxed(tree: Tree, type: VariableClass): Tree {
  const names = Object.keys(tree).sort();
  return Object.fromEntries(
    names.map((name) => {
      const value = tree[name];
      return [name, isDict(value) ? boxed(value, type) : new type(value)];
    }),
  );
}

function mergeInto(target: Tree, source: Tree): void {
  for (const [name, value] of Object.entries(source)) {
    const own = target[name];
    if (isDict(own) && isDict(value)) mergeInto(own, value);
    else target[name] = value;
  }
}

/** Nested dicts of NNX variables as Linen's variables. */
export function toVariables(attributes: Tree): Variables {
  const variables: Variables = {};
  addTo(variables, attributes, []);
  return variables;
}

function addTo(variables: Variables, tree: Tree, path: readonly string[]): void {
  for (const [name, value] of Object.entries(tree)) {
    if (isDict(value)) addTo(variables, value, [...path, name]);
    else if (value instanceof Variable) {
      let level: Tree = (variables[collectionOf(value)] ??= {});
      for (const step of path) {
        const next = level[step];
        level = isDict(next) ? next : (level[step] = {});
      }
      level[name] = value.value;
    }
  }
}
