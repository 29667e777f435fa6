import type { SyntaxNode } from "@lezer/common";
import { Analysis } from "./analysis";
import { KEYWORDS } from "./keywords";
import type { Library } from "./library";
import { callableOf, classOf, type Meaning } from "./meaning";
import { placeOf, type Place } from "./place";
import { OPTIONS, POSITIONAL_ONLY, REST } from "./python-names";
import { signatureText } from "./signature-text";
import { childrenOf, outwards, parseAtCursor, PLACEHOLDER, textOf, type Binding } from "./syntax";

export type Suggestion = {
  readonly label: string;
  readonly kind: Meaning["kind"] | "keyword" | "argument";
  /** The signature, or nothing. */
  readonly detail: string;
  readonly doc: string;
  /** Lower comes first: arguments, the learner's names, the library's, Python's own. */
  readonly rank: number;
};

export type Completion = {
  /** The word that a suggestion takes the place of. */
  readonly from: number;
  readonly to: number;
  readonly suggestions: readonly Suggestion[];
};

const NOTHING: Meaning = { kind: "value", of: null, doc: "" };

function suggestion(label: string, meaning: Meaning | null, rank: number): Suggestion {
  const { kind } = meaning ?? NOTHING;
  const callable = meaning?.kind === "value" ? null : callableOf(meaning);
  const detail = callable ? signatureText(label, callable.parameters).label : "";
  return { label, kind, detail, doc: docOf(meaning), rank };
}

/** What a thing's docstring begins with. */
export function docOf(meaning: Meaning | null): string {
  if (meaning === null) return "";
  return meaning.kind === "class" ? meaning.of.doc : meaning.doc;
}

/** What may be written at an offset of a program; null where there is nothing to propose. */
export function complete(text: string, offset: number, library: Library): Completion | null {
  const cursor = parseAtCursor(text, offset);
  if (/^\d/.test(text.slice(cursor.from))) return null;
  const place = placeOf(cursor);
  if (place === null) return null;
  const analysis = new Analysis(library, cursor.source);
  const suggestions = suggestionsAt(place, cursor.node, analysis);
  return { from: cursor.from, to: cursor.to, suggestions };
}

function suggestionsAt(place: Place, node: SyntaxNode, analysis: Analysis): Suggestion[] {
  const { library } = analysis;
  switch (place.kind) {
    case "attribute":
      return members(analysis.meaning(place.object), analysis);
    case "dotted":
      return members(dottedMeaning(place.parts, analysis), analysis);
    case "import":
      return place.where.kind === "member"
        ? members(library.module(place.where.module), analysis)
        : modulesBelow(place.where.below, library);
    case "name":
      return [...argumentNames(place.call, analysis), ...names(node, analysis)];
  }
}

function dottedMeaning(parts: readonly SyntaxNode[], analysis: Analysis): Meaning | null {
  const [first, ...rest] = parts;
  const start = first ? analysis.meaning(first) : null;
  return rest.reduce((meaning, part) => {
    return analysis.memberOf(meaning, textOf(analysis.source, part));
  }, start);
}

function members(meaning: Meaning | null, analysis: Analysis): Suggestion[] {
  const cls = meaning?.kind === "class" ? meaning.of : classOf(meaning);
  const found =
    meaning?.kind === "module"
      ? analysis.library.memberNames(meaning.path)
      : [...(cls?.memberNames() ?? [])];
  return found
    .filter((name) => !name.startsWith("_"))
    .map((name) => suggestion(name, analysis.memberOf(meaning, name), 1));
}

function modulesBelow(path: string, library: Library): Suggestion[] {
  const start = path === "" ? "" : `${path}.`;
  const inside = library.modules.filter((module) => module.startsWith(start));
  const labels = new Set(inside.map((module) => module.slice(start.length).split(".")[0]));
  labels.delete("");
  return [...labels].map((label) => suggestion(label, library.module(`${start}${label}`), 1));
}

/** Arguments that the call around the cursor takes by name and has not been given yet. */
function argumentNames(call: SyntaxNode | null, analysis: Analysis): Suggestion[] {
  const callee = call?.firstChild;
  const list = call?.getChild("ArgList");
  if (!callee || !list) return [];
  const given = childrenOf(list)
    .filter(({ nextSibling }) => nextSibling?.name === "AssignOp")
    .map((name) => textOf(analysis.source, name));
  return (callableOf(analysis.meaning(callee))?.parameters ?? [])
    .filter(([, , kind]) => kind !== POSITIONAL_ONLY && kind !== REST && kind !== OPTIONS)
    .filter(([name]) => !given.includes(name))
    .map(([name, fallback]) => {
      const detail = fallback === null ? "" : `${name}=${fallback}`;
      return { label: `${name}=`, kind: "argument", detail, doc: "", rank: 0 };
    });
}

/** Every name that can be seen from a node: the text's, Python's own, and reserved words. */
function names(node: SyntaxNode, analysis: Analysis): Suggestion[] {
  const seen = new Map<string, Suggestion>();
  const [innermost, ...outer] = analysis.scopesAt(node);
  for (const scope of [innermost, ...outer]) {
    for (const [name, bindings] of analysis.bindingsIn(scope)) {
      if (seen.has(name) || name === PLACEHOLDER) continue;
      // What runs in order has no names yet that come further down.
      if (scope === innermost && !bindings.some((binding) => isBefore(binding, node))) continue;
      seen.set(name, suggestion(name, analysis.lookup(name, node), 1));
    }
  }
  const others = everywhere(analysis.library).filter(({ label }) => !seen.has(label));
  return [...seen.values(), ...others];
}

const known = new WeakMap<Library, readonly Suggestion[]>();

/** What can be written anywhere: reserved words and Python's own names. */
function everywhere(library: Library): readonly Suggestion[] {
  const made = known.get(library);
  if (made !== undefined) return made;
  const all = [
    ...KEYWORDS.map((label): Suggestion => ({
      label,
      kind: "keyword",
      detail: "",
      doc: "",
      rank: 2,
    })),
    ...library
      .memberNames("builtins")
      .map((name) => suggestion(name, library.member("builtins", name), 3)),
  ];
  known.set(library, all);
  return all;
}

/** A name is there from the statement on that follows its assignment. */
function isBefore(binding: Binding, node: SyntaxNode): boolean {
  const assignment = [...outwards(node)].find(({ name }) => name === "AssignStatement");
  return binding.from < Math.min(node.from, assignment?.from ?? node.from);
}
