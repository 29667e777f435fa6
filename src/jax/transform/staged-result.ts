import { JaxTypeError } from "../base/errors";
import { toArray } from "../numpy/as-array";
import { keystr } from "../tree/keys";
import { flattenWithPath } from "../tree/path";
import { pythonTypeName } from "../tree/python-type-name";
import type { ArrayTree } from "./leaves";
import { functionName } from "./parameter-names";
import type { AnyFunction } from "./types";

/** The arrays of what a staged function returned, with JAX's text for a leaf that is none. */
export function stagedResult(result: unknown, f: AnyFunction, transformation: string): ArrayTree {
  const { leaves, treedef } = flattenWithPath(result);
  const arrays = leaves.map(([path, leaf]) => {
    const array = toArray(leaf);
    if (array !== null) return array;
    const at = path.length === 0 ? "" : ` at output component ${keystr(path)}`;
    throw new JaxTypeError(
      `function ${functionName(f)} traced for ${transformation} returned a value of type <class '${pythonTypeName(leaf)}'>${at}, which is not a valid JAX type`,
    );
  });
  return { arrays, treedef };
}
