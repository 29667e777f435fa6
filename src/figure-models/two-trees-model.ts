type ByLanguage = Readonly<Record<"python" | "typescript", string>>;

/** An array of parameters in both vocabularies: what the module calls it, and its place in the tree. */
export type TreeLeaf = {
  half: 0 | 1;
  /** The module's name for it, e.g. `encoder.kernel`. */
  name: string;
  /** How the module holds it. */
  kind: string;
  /** Its place in the tree, as programs read it. */
  path: ByLanguage;
  /** A vector is one row. */
  rows: number;
  columns: number;
  /** Which way the hidden units lie. */
  units: "rows" | "columns" | null;
  /** Lines of a program that name it, as a regular expression. */
  lines: ByLanguage;
};

export type ParameterTree = {
  /** The program's name for the whole tree. */
  name: ByLanguage;
  /** Keys between the whole and its leaves. */
  levels: readonly string[];
};

/** Both trees between two updates: the leaves in their order, flat and row by row. */
export type TreesAt = {
  values: readonly (readonly number[])[];
  gradient: readonly (readonly number[])[];
  loss: number;
  /** Hidden units that ReLU has switched off. */
  off: readonly number[];
};

/** A model of two halves as two trees of arrays, on the way through a training. */
export type TwoTreesModel = {
  halves: readonly [first: string, second: string];
  trees: readonly [ParameterTree, ParameterTree];
  leaves: readonly TreeLeaf[];
  lr: number;
  /** So many updates can be walked through. */
  steps: number;
  /** After so many updates; each is `value − lr · gradient`. */
  at: (steps: number) => TreesAt;
};
