import type { SyntaxNode } from "@lezer/common";
import type { Parameter } from "./python-names";
import type { Binding, Source } from "./syntax";

/** A class: of the library, or of the learner's text. */
export interface PythonClass {
  readonly name: string;
  /** Where the library has it; null for a class of the text. */
  readonly path: string | null;
  readonly doc: string;
  /** How it is called; null where nobody knows. */
  readonly parameters: readonly Parameter[] | null;
  /** What an instance has under this name. */
  member(name: string): Meaning | null;
  memberNames(): ReadonlySet<string>;
}

export type FunctionMeaning = {
  readonly kind: "function";
  readonly name: string;
  readonly path: string | null;
  readonly parameters: readonly Parameter[] | null;
  readonly doc: string;
  /** The class of what a call gives, where it is always the same. */
  readonly gives: () => PythonClass | null;
};

/** What an expression stands for, as far as it is certain. */
export type Meaning =
  | { readonly kind: "module"; readonly path: string; readonly doc: string }
  | FunctionMeaning
  | { readonly kind: "class"; readonly of: PythonClass }
  | { readonly kind: "value"; readonly of: PythonClass | null; readonly doc: string };

/** What the names and expressions of one program stand for. */
export interface Meanings {
  readonly source: Source;
  /** A scope's own names, each with all that binds it. */
  bindingsIn(scope: SyntaxNode): ReadonlyMap<string, readonly Binding[]>;
  /** What all bindings of a name agree on. */
  common(found: readonly Binding[], scope: SyntaxNode): Meaning | null;
  /** What several meanings agree on; `key` names the question, so that one that rests on itself ends. */
  agreed(key: string, meanings: () => (Meaning | null)[]): Meaning | null;
  /** An instance of what an annotation names. */
  annotated(annotation: SyntaxNode): Meaning | null;
  /** What an expression stands for; null where that is not certain. */
  meaning(node: SyntaxNode): Meaning | null;
}

/** An instance of a class. */
export function instanceOf(of: PythonClass | null): Meaning | null {
  return of && { kind: "value", of, doc: "" };
}

/** The class that an expression's value is an instance of. */
export function classOf(meaning: Meaning | null): PythonClass | null {
  return meaning?.kind === "value" ? meaning.of : null;
}

/** What a call of it gives. */
export function resultOf(meaning: Meaning | null): Meaning | null {
  if (meaning?.kind === "class") return instanceOf(meaning.of);
  if (meaning?.kind === "function") return instanceOf(meaning.gives());
  const call = classOf(meaning)?.member("__call__");
  return call?.kind === "function" ? instanceOf(call.gives()) : null;
}

/** How a thing is called: its name, parameters and text; null if it cannot be, or nobody knows how. */
export function callableOf(
  meaning: Meaning | null,
): { name: string; parameters: readonly Parameter[]; doc: string } | null {
  if (meaning?.kind === "module" || meaning === null) return null;
  const shown =
    meaning.kind === "class"
      ? meaning.of
      : meaning.kind === "function"
        ? meaning
        : meaning.of?.member("__call__");
  if (!shown || !("parameters" in shown) || shown.parameters === null) return null;
  const name = meaning.kind === "value" ? (meaning.of?.name ?? "") : shown.name;
  const doc = shown.doc || (meaning.kind === "value" ? (meaning.of?.doc ?? "") : "");
  return { name, parameters: shown.parameters, doc };
}
