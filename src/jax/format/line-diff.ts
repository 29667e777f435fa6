/**
 * Two different single lines the way Python's `difflib.ndiff` shows them, joined by newlines: `- ours`,
 * `+ theirs`, and under each, if the two are similar, a `?` line that marks the differing characters.
 * Texts of several lines are shown as removed and added lines without marks.
 */
export function lineDiff(ours: string, theirs: string): string {
  if (ours.includes("\n") || theirs.includes("\n")) return prefixed(ours, theirs);
  const blocks = matchingBlocks(ours, theirs);
  const matched = blocks.reduce((sum, block) => sum + block.size, 0);
  const ratio = (2 * matched) / (ours.length + theirs.length);
  if (ratio < 0.75) return prefixed(ours, theirs);
  const marks = markDifferences(blocks, ours.length, theirs.length);
  return [
    `- ${ours}`,
    ...guide(keepTabs(ours, marks.ours)),
    `+ ${theirs}`,
    ...guide(keepTabs(theirs, marks.theirs)),
  ].join("\n");
}

function prefixed(ours: string, theirs: string): string {
  const removed = ours.split("\n").map((line) => `- ${line}`);
  const added = theirs.split("\n").map((line) => `+ ${line}`);
  return [...removed, ...added].join("\n");
}

/** ndiff ends its guide lines in a newline of their own, which joining turns into an empty line. */
function guide(marks: string): string[] {
  return marks === "" ? [] : [`? ${marks}\n`];
}

function keepTabs(line: string, marks: string): string {
  const kept = [...marks].map((mark, index) =>
    mark === " " && line[index] === "\t" ? "\t" : mark,
  );
  return kept.join("").trimEnd();
}

interface Block {
  readonly a: number;
  readonly b: number;
  readonly size: number;
}

function markDifferences(
  blocks: readonly Block[],
  lengthA: number,
  lengthB: number,
): { ours: string; theirs: string } {
  let [ours, theirs, i, j] = ["", "", 0, 0];
  for (const { a, b, size } of [...blocks, { a: lengthA, b: lengthB, size: 0 }]) {
    const both = i < a && j < b;
    ours += (both ? "^" : "-").repeat(a - i) + " ".repeat(size);
    theirs += (both ? "^" : "+").repeat(b - j) + " ".repeat(size);
    [i, j] = [a + size, b + size];
  }
  return { ours, theirs };
}

/** Ratcliff and Obershelp: the longest common run, then the same to its left and right. */
function matchingBlocks(a: string, b: string): Block[] {
  const positions = positionsOf(b);
  const blocks: Block[] = [];
  const search = (alo: number, ahi: number, blo: number, bhi: number): void => {
    const best = longestMatch(a, b, positions, [alo, ahi, blo, bhi]);
    if (best.size === 0) return;
    search(alo, best.a, blo, best.b);
    blocks.push(best);
    search(best.a + best.size, ahi, best.b + best.size, bhi);
  };
  search(0, a.length, 0, b.length);
  return blocks;
}

/** Where each character stands in `b`, without blanks and, in long lines, without frequent characters. */
function positionsOf(b: string): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  for (let j = 0; j < b.length; j++) {
    const character = b.charAt(j);
    if (!isBlank(character)) positions.set(character, [...(positions.get(character) ?? []), j]);
  }
  const limit = b.length >= 200 ? Math.floor(b.length / 100) + 1 : Infinity;
  for (const [character, found] of positions) if (found.length > limit) positions.delete(character);
  return positions;
}

function isBlank(character: string): boolean {
  return character === " " || character === "\t";
}

type Range = readonly [alo: number, ahi: number, blo: number, bhi: number];

function longestMatch(
  a: string,
  b: string,
  positions: ReadonlyMap<string, readonly number[]>,
  [alo, ahi, blo, bhi]: Range,
): Block {
  let best: Block = { a: alo, b: blo, size: 0 };
  let runs = new Map<number, number>();
  for (let i = alo; i < ahi; i++) {
    const next = new Map<number, number>();
    for (const j of positions.get(a.charAt(i)) ?? []) {
      if (j < blo || j >= bhi) continue;
      const size = (runs.get(j - 1) ?? 0) + 1;
      next.set(j, size);
      if (size > best.size) best = { a: i - size + 1, b: j - size + 1, size };
    }
    runs = next;
  }
  const nonBlank = grow(a, b, best, [alo, ahi, blo, bhi], (character) => !isBlank(character));
  return grow(a, b, nonBlank, [alo, ahi, blo, bhi], isBlank);
}

/** Extends a match at both ends by equal characters that `allowed` accepts. */
function grow(
  a: string,
  b: string,
  block: Block,
  [alo, ahi, blo, bhi]: Range,
  allowed: (character: string) => boolean,
): Block {
  let { a: i, b: j, size } = block;
  const same = (p: number, q: number): boolean => allowed(b.charAt(q)) && a[p] === b[q];
  for (; i > alo && j > blo && same(i - 1, j - 1); size++) [i, j] = [i - 1, j - 1];
  while (i + size < ahi && j + size < bhi && same(i + size, j + size)) size++;
  return { a: i, b: j, size };
}
