import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import recorded from "../../../golden/recordings/lesson_snippets.json";
import { check } from "./check";
import { FOLLOWED_VERSIONS } from "../../lib/followed-versions";
import { HINTS } from "./hints";
import { STEPS } from "./steps";

const folder = new URL(".", import.meta.url);
const text = readFileSync(new URL("lesson.mdx", folder), "utf8");
const explanation = readFileSync(new URL("explanation.mdx", folder), "utf8");

/** What this lesson's programs print on real JAX, by their names in its text. */
function printedBy(programs: Readonly<Record<string, string>>): Record<string, string> {
  const prefix = `${check.slug}/`;
  return Object.fromEntries(
    Object.entries(programs)
      .filter(([id]) => id.startsWith(prefix))
      .map(([id, printed]) => [id.slice(prefix.length), printed]),
  );
}
const recording = {
  python: printedBy(recorded.python),
  pitfalls: printedBy(recorded.pitfalls),
};

const snippets = [...text.matchAll(/<Snippet id="([\w-]+)">(.*?)<\/Snippet>/gs)].map(
  ([, id = "", body = ""]) => ({ id, body }),
);
const broken = [...text.matchAll(/<Broken\s+program="([\w-]+)"(.*?)<\/Broken>/gs)].map(
  ([, program = "", body = ""]) => ({ program, body }),
);

/** What a reader reads: no code blocks, no tags. */
const prose = `${text}\n${explanation}`
  .replace(/```.*?```/gs, "")
  .replace(/<[^>]*>/g, "")
  .concat(...HINTS.map(({ title, body }) => `\n${title}\n${body}`))
  .concat(...STEPS.map((step) => `\n${step.text}`));

function fencesOf(body: string, language: string): { meta: string; code: string }[] {
  const pattern = new RegExp(`\`\`\`${language}([^\\n]*)\\n(.*?)\`\`\``, "gs");
  return [...body.matchAll(pattern)].map(([, meta = "", code = ""]) => ({ meta, code }));
}

function lastNumbers(output: string | undefined): number[] {
  return (output ?? "").match(/-?\d+\.\d+$/gm)?.map(Number) ?? [];
}

describe("the lesson's text", () => {
  it("has both languages in every snippet, with a set-up folded away", () => {
    expect(snippets.length).toBeGreaterThanOrEqual(8);
    for (const { id, body } of snippets) {
      for (const language of ["python", "ts"]) {
        const fences = fencesOf(body, language);
        expect(
          fences.map(({ meta }) => meta.includes("setup")),
          `${id} in ${language}`,
        ).toEqual([true, false]);
      }
    }
  });

  it("marks lines that exist", () => {
    for (const { body } of [...snippets.map(({ body }) => ({ body })), ...broken]) {
      for (const { meta, code } of [...fencesOf(body, "python"), ...fencesOf(body, "ts")]) {
        const marked = (meta.match(/\d+/g) ?? []).map(Number);
        expect(Math.max(0, ...marked)).toBeLessThanOrEqual(code.trimEnd().split("\n").length);
      }
    }
  });

  it("has the recorded output of every Python snippet", () => {
    expect(Object.keys(recording.python).sort()).toEqual(snippets.map(({ id }) => id).sort());
    for (const output of Object.values(recording.python)) expect(output).toMatch(/\d/);
  });

  it("names a program for each pitfall, and each program is used and recorded", () => {
    const names = readdirSync(new URL("pitfalls", folder));
    const files = names
      .filter((name) => name.endsWith(".ts"))
      .map((name) => name.replace(".ts", ""));
    expect(names.toSorted()).toEqual(files.flatMap((name) => [`${name}.py`, `${name}.ts`]).sort());
    expect(broken.map(({ program }) => program).sort()).toEqual(files.sort());
    expect(Object.keys(recording.pitfalls).sort()).toEqual(files.sort());
  });

  it("quotes the losses that JAX prints", () => {
    const quoted = new Set(text.match(/\d\.\d{4}\b/g));
    const printed = lastNumbers(recording.python.corners);
    const losses = [0, 1, 2].map((row) => {
      const [neither = 0, nnxOnly = 0, linenOnly = 0, both = 0] = printed.slice(5 * row + 1);
      return { neither, nnxOnly, linenOnly, both };
    });
    const [small, middle, large] = losses;
    const told = [small?.neither, small?.nnxOnly, small?.linenOnly, ...losses.map((l) => l.both)];
    for (const loss of [...told, middle?.linenOnly, large?.both])
      expect(quoted).toContain(loss?.toFixed(4));
    const [before = 0, after = 0] = lastNumbers(recording.python.update);
    expect(text).toContain(`falls from ${before.toFixed(4)} to ${after.toFixed(4)}`);
  });

  it("says of three learning rates what JAX's losses show", () => {
    const printed = lastNumbers(recording.python.corners);
    const [small, middle, large] = [0, 1, 2].map((row) => {
      const [neither = 0, nnxOnly = 0, linenOnly = 0, both = 0] = printed.slice(5 * row + 1);
      return { neither, nnxOnly, linenOnly, both };
    });
    expect(small?.both).toBeLessThan(Math.min(small?.nnxOnly ?? 0, small?.linenOnly ?? 0));
    expect(text).toContain("the two together bring it down further than either");
    expect(middle?.both).toBeGreaterThan(middle?.linenOnly ?? NaN);
    expect(text).toContain("a little above the step on the head alone");
    expect(large?.both).toBeGreaterThan(large?.neither ?? NaN);
    expect(text).toContain("it ends above the start");
  });

  it("shows a frozen half on data that needs both, and quotes where JAX ends", () => {
    const rows = recording.pitfalls["half-left-behind"]?.trim().split("\n") ?? [];
    const losses = rows.map((row) => (row.match(/\d\.\d{4}/g) ?? []).map(Number));
    const [both = 1, nnxOnly = 0, linenOnly = 0] = losses.at(-1) ?? [];
    for (const frozen of [nnxOnly, linenOnly]) expect(frozen).toBeGreaterThan(20 * both);
    expect(text).toContain(`the loss is ${both.toFixed(4)} with both halves moving`);
    expect(text).toContain(`${nnxOnly.toFixed(4)} with the <Nnx>NNX half</Nnx> alone`);
    expect(text).toContain(`${linenOnly.toFixed(4)} with the <Linen>Linen half</Linen> alone`);
    // It falls at first and then stands still: that is what makes it hard to see.
    const [start = 0, , before = 0] = losses.map(([, , linen = 0]) => linen);
    expect(before).toBeLessThan(start / 2);
    expect(linenOnly).toBeCloseTo(before, 3);
  });

  it("says what to read next, as of the version that it follows", () => {
    expect(explanation).toContain("### Where next");
    expect(explanation).toContain(`follows Flax ${FOLLOWED_VERSIONS.flax}`);
    expect(explanation).toContain("**Use Flax NNX and Linen together**");
    // As text: the page fetches nothing and leads nowhere.
    expect(`${text}${explanation}`).not.toMatch(/https?:/);
  });

  it("links to its own sections", () => {
    const sections = [...text.matchAll(/^## (.+)$/gm)].map(([, title = ""]) => title);
    const links = [...text.matchAll(/^\d\. \[(.+)\]\(#(.+)\)$/gm)];
    expect(links.map(([, title]) => title)).toEqual(sections);
    expect(links.map(([, , target]) => target)).toEqual(
      sections.map((title) => title.toLowerCase().replace(/[^a-z]+/g, "-")),
    );
  });

  it("has six steps and four hints", () => {
    expect(STEPS).toHaveLength(6);
    expect(HINTS).toHaveLength(4);
  });

  it("keeps its voice", () => {
    expect(prose.match(/!|\b(?:oops|simply|just|obviously|of course)\b/gi)).toBeNull();
  });
});
