import { registerNode } from "../tree/registry";
import type { Metadata, Variable } from "./variable";
import type { Module } from "./module";
import { sameStatic } from "./same-static";

/** What stands at one place of a module. */
export type Spec =
  | {
      readonly kind: "module";
      readonly index: number;
      readonly prototype: Module;
      readonly attributes: readonly (readonly [string, Spec])[];
    }
  | {
      readonly kind: "variable";
      readonly index: number;
      readonly prototype: Variable<unknown>;
      readonly metadata: Metadata;
    }
  | { readonly kind: "array" }
  | {
      readonly kind: "container";
      readonly isList: boolean;
      readonly entries: readonly (readonly [string, Spec])[];
    }
  /** A module or variable that was met before. */
  | { readonly kind: "shared"; readonly index: number }
  | { readonly kind: "static"; readonly value: unknown };

/**
 * The structure of a module without its arrays: classes, static attributes, and what is shared.
 * With states it makes the module again (`nnx.merge`). A tree node without leaves.
 */
export class GraphDef<M = unknown> {
  static readonly pythonName: string = "GraphDef";
  /** Ties the definition to the module's type; never set. */
  declare readonly moduleType?: M;

  constructor(
    readonly root: Spec,
    readonly numLeaves: number,
  ) {}

  toString(): string {
    return `GraphDef(${specText(this.root)}, num_leaves=${this.numLeaves})`;
  }
}

function specText(spec: Spec): string {
  switch (spec.kind) {
    case "module":
      return `${spec.prototype.constructor.name}(${namedTexts(spec.attributes)})`;
    case "variable":
      return spec.prototype.constructor.name;
    case "array":
      return "Array";
    case "container":
      return spec.isList ? `[${namedTexts(spec.entries)}]` : `{${namedTexts(spec.entries)}}`;
    case "shared":
      return `shared #${spec.index}`;
    case "static":
      return String(spec.value);
  }
}

function namedTexts(entries: readonly (readonly [string, Spec])[]): string {
  return entries.map(([name, spec]) => `${name}=${specText(spec)}`).join(", ");
}

registerNode<GraphDef>(GraphDef, {
  name: "GraphDef",
  flatten: (graphDef) => ({ children: [], keys: [], metadata: graphDef }),
  unflatten: (graphDef) => graphDef as GraphDef,
  sameMetadata: sameStatic,
});
