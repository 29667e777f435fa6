/** Number of insertions, deletions and replacements between two words (Levenshtein's distance). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** Case and underscores do not count: `tree_map` and `treeMap` are the same word. */
function bare(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}

/** The name closest to a misspelt one, or null where none is close enough to be meant. */
export function nearestName(wanted: string, names: readonly string[]): string | null {
  const word = bare(wanted).slice(0, 60);
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const name of names) {
    const distance = editDistance(word, bare(name));
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best;
}
