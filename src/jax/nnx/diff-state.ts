import type { Filter } from "./filter";
import { Variable } from "./variable";

/**
 * Which variables of which argument `nnx.grad` differentiates: those of argument `argnum` that the filter wants.
 *
 * ```ts
 * nnx.grad(loss, { argnums: new nnx.DiffState(0, nnx.PathContains("kernel")) })(model, x);
 * ```
 */
export class DiffState<N extends number = number> {
  static readonly pythonName: string = "DiffState";

  constructor(
    readonly argnum: N,
    readonly filter: Filter,
  ) {}

  /** Flax's text. */
  toString(): string {
    return `DiffState(argnum=${this.argnum}, filter=${filterText(this.filter)})`;
  }

  /** The same text: Python's repr. */
  repr(): string {
    return this.toString();
  }
}

function filterText(filter: Filter): string {
  if (typeof filter !== "function") return String(filter);
  if (filter.prototype instanceof Variable && "pythonName" in filter) {
    return `<class 'flax.nnx.variablelib.${String(filter.pythonName)}'>`;
  }
  return `<function ${filter.name || "<lambda>"}>`;
}
