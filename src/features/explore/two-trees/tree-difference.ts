/** How a tree of the learner's differs in form from the one that was asked for, read from the error's text. */
import type { RunError } from "../../../protocol/verdict";

export type TreeDifference = {
  said: string;
  /** Of the two trees, as far as the text tells them. */
  outlines: readonly Outline[];
};
export type Outline = { name: string; keys: readonly OutlineKey[] };
/** A key of a tree, so many levels down; `odd` where the other tree has none there. */
export type OutlineKey = { text: string; depth: number; odd: boolean };

const LEVEL = "params";
const LEAVES = ["kernel", "bias"];
const WANTED = "The tree that apply takes";
const OWN = "Your tree";

/** Reads an error that speaks of trees; null for all others. */
export function treeDifference({
  type,
  message,
}: Pick<RunError, "type" | "message">): TreeDifference | null {
  if (/ApplyScopeInvalidVariablesTypeError/.test(type))
    return {
      said: `A \`${LEVEL}\` level is missing: the tree for apply begins with the leaves.`,
      outlines: [nested(WANTED, { oddLevel: true }), flat(OWN, LEAVES)],
    };
  if (/ApplyScopeInvalidVariablesStructureError/.test(type))
    return {
      said: `There is a \`${LEVEL}\` level too many: the tree for apply has two, one inside the other.`,
      outlines: [
        nested(WANTED, {}),
        {
          name: OWN,
          keys: [
            { text: LEVEL, depth: 0, odd: false },
            { text: LEVEL, depth: 1, odd: true },
            ...LEAVES.map((text) => ({ text, depth: 2, odd: false })),
          ],
        },
      ],
    };
  if (/ScopeCollectionNotFound/.test(type))
    return {
      said: `The tree is empty: the \`${LEVEL}\` level is missing with all that is below it.`,
      outlines: [nested(WANTED, { oddLevel: true, oddLeaves: LEAVES }), flat(OWN, [])],
    };
  return lostLeaf(type, message) ?? mappedTogether(message) ?? differentKinds(message);
}

function lostLeaf(type: string, message: string): TreeDifference | null {
  const leaf = /ScopeParamNotFoundError/.test(type) && /named "(\w+)"/.exec(message)?.[1];
  if (!leaf) return null;
  return {
    said: `The leaf \`${leaf}\` is missing.`,
    outlines: [nested(WANTED, { oddLeaves: [leaf] }), nested(OWN, {}, (key) => key !== leaf)],
  };
}

/** Two dicts that a map walks over together: JAX lists the keys of both. */
function mappedTogether(message: string): TreeDifference | null {
  const keys =
    /with \d+ child keys\s+(.+)\s+but at the same key path .* with \d+ child keys\s+(.+)/.exec(
      message,
    );
  const [first, second] = [keys?.[1], keys?.[2]].map((text) => text?.trim().split(/\s+/));
  if (!first || !second) return null;
  const outline = (name: string, own: readonly string[], other: readonly string[]): Outline => ({
    name,
    keys: own.map((text) => ({ text, depth: 0, odd: !other.includes(text) })),
  });
  return {
    said: saidOfKeys(first, second),
    outlines: [outline("The first tree", first, second), outline("The second tree", second, first)],
  };
}

/** A dict beside a tuple and the like: the text names both types. */
function differentKinds(message: string): TreeDifference | null {
  const [, first, second] =
    /subtree of type\s+<class '(\w+)'>\s+but at the same key path .* different type\s+<class '(\w+)'>/.exec(
      message,
    ) ?? [];
  if (!first || !second) return null;
  const name = (type: string) => ({ str: "string", dict: "dict", tuple: "tuple" })[type] ?? type;
  return {
    said: `Of the two trees that are mapped together, the first is a ${name(first)} where the second is a ${name(second)}.`,
    outlines: [],
  };
}

function saidOfKeys(first: readonly string[], second: readonly string[]): string {
  const has = (keys: readonly string[]) => keys.includes(LEVEL);
  if (has(first) && !has(second))
    return `A \`${LEVEL}\` level is missing in the second of the two trees that are mapped together: it is of the other half.`;
  if (has(second) && !has(first))
    return `A \`${LEVEL}\` level is missing in the first of the two trees that are mapped together: it is of the other half.`;
  const lost = [
    ...first.filter((key) => !second.includes(key)),
    ...second.filter((key) => !first.includes(key)),
  ];
  return `The two trees that are mapped together differ in ${lost.map((key) => `\`${key}\``).join(", ")}.`;
}

function nested(
  name: string,
  { oddLevel = false, oddLeaves = [] }: { oddLevel?: boolean; oddLeaves?: readonly string[] },
  has: (leaf: string) => boolean = () => true,
): Outline {
  return {
    name,
    keys: [
      { text: LEVEL, depth: 0, odd: oddLevel },
      ...LEAVES.filter(has).map((text) => ({ text, depth: 1, odd: oddLeaves.includes(text) })),
    ],
  };
}

function flat(name: string, keys: readonly string[]): Outline {
  return { name, keys: keys.map((text) => ({ text, depth: 0, odd: false })) };
}
