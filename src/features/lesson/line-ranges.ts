/** Reads "1-3,7" as the set {1, 2, 3, 7}; what is not a range is left out. */
export function lineRanges(text: string | undefined): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const part of text?.split(",") ?? []) {
    const [first = Number.NaN, last = first] = part.split("-").map(Number);
    for (let line = first; line <= last; line++) lines.add(line);
  }
  return lines;
}
