import type { Look } from "../lib/look";

/** A leaf of a tree of parameters and state: its names from the top, and its shape, e.g. `3x4` or `scalar`. */
export type TreeLeaf = { path: readonly string[]; shape: string };

/** One way to write the model. */
export type ModelForm = {
  id: string;
  title: string;
  /** What this form adds to the tree, or leaves out. */
  note: string;
  /** As the library has them. */
  leaves: readonly TreeLeaf[];
};

/**
 * The same model and step in several forms. Each form's program prints `before` and `after` with a loss, and `leaf` with a path
 * and a shape for each leaf of its tree.
 */
export type WrappedModelsModel = {
  forms: readonly ModelForm[];
  /** Names that the model itself has, and whose they are; all others in a path are the form's. */
  own: Readonly<Record<string, Look>>;
  /** The programs' texts by form; they come when they are asked for. */
  programs: () => Promise<
    Readonly<Record<string, Readonly<Record<"python" | "typescript", string>>>>
  >;
};
