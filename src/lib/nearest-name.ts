import { closestMatch } from "leven";

/** Letters and digits in lower case: `tree_map` and `treeMap` are the same word. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** The name closest to a misspelt one; null where more than a third of it would have to change. */
export function nearestName(wanted: string, names: readonly string[]): string | null {
  const word = plain(wanted).slice(0, 60);
  const spelled = new Map(names.map((name) => [plain(name), name]));
  const maxDistance = Math.max(1, Math.floor(word.length / 3));
  const nearest = closestMatch(word, [...spelled.keys()], { maxDistance });
  return nearest === undefined ? null : (spelled.get(nearest) ?? null);
}
