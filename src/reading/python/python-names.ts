/**
 * What Python's importable modules hold, as `describe_packages.py` writes it at build time: asked of the packages
 * themselves, in the interpreter that runs them.
 */
export type PythonNames = Readonly<Record<string, ModuleNames>>;

export type ModuleNames = {
  readonly doc?: string;
  /** Only results of others are in it; nobody imports it. */
  readonly hidden?: boolean;
  /** A text is the path under which the thing is described. */
  readonly names: Readonly<Record<string, NameEntry | string>>;
};

export type NameEntry = {
  readonly kind: "module" | "function" | "class" | "value";
  /** Of a module: its own name, which may differ from the attribute's. */
  readonly path?: string;
  /** How a function or class is called; absent where Python does not know either. */
  readonly parameters?: readonly Parameter[];
  /** The path of the class whose instance a call gives, or which a value is of. */
  readonly gives?: string;
  /** The first paragraph of the docstring. */
  readonly doc?: string;
  /** Paths of a class's bases, nearest first. */
  readonly bases?: readonly string[];
  readonly members?: Readonly<Record<string, NameEntry>>;
};

/** Name, text of the default or null, and how it is given. */
export type Parameter = readonly [name: string, fallback: string | null, kind: ParameterKind];

export const POSITIONAL_ONLY = 0;
export const EITHER = 1;
export const REST = 2;
export const KEYWORD_ONLY = 3;
export const OPTIONS = 4;
export type ParameterKind = 0 | 1 | 2 | 3 | 4;
