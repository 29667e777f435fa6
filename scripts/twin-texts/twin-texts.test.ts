import path from "node:path";
import leven from "leven";
import { expect, it } from "vitest";
import type { LongText } from "./long-texts";
import { pythonTexts } from "./python-texts";
import { typescriptTexts } from "./typescript-texts";

const SRC = path.resolve(import.meta.dirname, "../../src");

/** Share of characters from which on two texts are one text that was changed on one side alone. */
const ALIKE = 0.8;

const HEAD = `# Texts that TypeScript's and Python's errors share; written by twin-texts.test.ts.
# An error that both languages raise is raised by the facade where it can be. Where each has its own (its trees,
# its calls), the texts are twins: change both. A line that leaves the first list was changed on one side alone.
# npx vitest run scripts/twin-texts -u
`;

function byText(texts: readonly LongText[]): Map<string, string> {
  return new Map(texts.map(({ text, place }) => [text, place.replace(/:\d+$/, "")]));
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\w+/g));
}

function alike(a: string, b: string): boolean {
  const [words, others] = [wordsOf(a), wordsOf(b)];
  const shared = [...words].filter((word) => others.has(word)).length;
  if (shared / Math.max(words.size, others.size) < 0.5) return false;
  return 1 - leven(a, b) / Math.max(a.length, b.length) >= ALIKE;
}

it("keeps the texts that both languages have the same", async () => {
  const typescript = byText(typescriptTexts(path.join(SRC, "jax")));
  const python = byText(pythonTexts(path.join(SRC, "python/packages")));
  const same = [...typescript.keys()].filter((text) => python.has(text)).sort();
  const others = [...python.keys()].filter((text) => !typescript.has(text)).sort();
  const pairs = [...typescript.keys()]
    .filter((text) => !python.has(text))
    .sort()
    .flatMap((text) => others.filter((other) => alike(text, other)).map((other) => [text, other]))
    .map(([text, other]) => `TypeScript: ${text}\nPython:     ${other}\n`);
  expect(same.length).toBeGreaterThan(50);
  await expect(
    [HEAD, "## The same", ...same, "", "## Alike, and different on purpose", ...pairs, ""].join(
      "\n",
    ),
  ).toMatchFileSnapshot("twin-texts.txt");
}, 180_000);
