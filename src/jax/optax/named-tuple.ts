import { reprOf } from "../tree/repr-of";
import { GetAttrKey } from "../tree/keys";
import { registerNode } from "../tree/registry";

/** Base of the states of optimisers: Python's named tuples, with fields in the order of the constructor. */
export abstract class NamedTuple {
  /** Python's text, `TraceState(trace={…})`. */
  toString(): string {
    const { pythonName } = this.constructor as unknown as { pythonName: string };
    const fields = Object.entries(this).map(([name, value]) => `${snake(name)}=${reprOf(value)}`);
    return `${pythonName}(${fields.join(", ")})`;
  }

  /** The same text: Python's repr. */
  repr(): string {
    return this.toString();
  }
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

type Fields = readonly unknown[];

/** Makes a class of states a tree node whose children are its fields, in their order. */
export function registerNamedTuple<T extends NamedTuple>(
  type: (new (...fields: never[]) => T) & { readonly pythonName: string },
): void {
  registerNode<T>(type, {
    name: type.pythonName,
    flatten(state) {
      const entries = Object.entries(state);
      return {
        children: entries.map(([, value]) => value),
        keys: entries.map(([name]) => new GetAttrKey(name)),
        metadata: null,
      };
    },
    // A tree keeps the number of children, so the fields are as many as the constructor takes.
    unflatten: (_, children: Fields) => new type(...(children as never[])),
    text: (_, children) => `CustomNode(namedtuple[${type.pythonName}], [${children.join(", ")}])`,
  });
}
