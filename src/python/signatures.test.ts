/** What `help()`, `inspect.signature` and the editor say of the packages: all of it is there, and it is JAX's. */
import { beforeAll, describe, expect, it } from "vitest";
import { describeIn } from "./build/describe-packages";
import { pythonRows } from "./facade/calls";
import { readGoldenParts } from "../lib/testing/read-golden";
import { startPython } from "./testing/start-python";

type Parameter = [name: string, fallback: string | null, kind: number];
type Entry = {
  kind: string;
  parameters?: Parameter[];
  gives?: string;
  bases?: string[];
  doc?: string;
  members?: Record<string, Entry>;
};
type Names = Record<string, { doc?: string; names: Record<string, Entry | string> }>;

const theirs = readGoldenParts<Record<string, Record<string, string[]>>>("python_signatures");
const OURS = /^(jax|flax|optax|numpy)\b/;

let names: Names;
beforeAll(async () => {
  const { pyodide } = await startPython();
  names = JSON.parse(await describeIn(pyodide));
}, 120_000);

function entryAt(module: string, name: string): Entry | null {
  const found = names[module]?.names[name];
  if (typeof found !== "string") return found ?? null;
  const dot = found.lastIndexOf(".");
  return entryAt(found.slice(0, dot), found.slice(dot + 1));
}

function memberOf(entry: Entry | null, name: string): Entry | null {
  if (entry?.members?.[name] !== undefined) return entry.members[name];
  for (const base of entry?.bases ?? []) {
    const dot = base.lastIndexOf(".");
    const found = memberOf(entryAt(base.slice(0, dot), base.slice(dot + 1)), name);
    if (found !== null) return found;
  }
  return null;
}

const MARKS = [" /", "", "", " *", ""];
const STARS = ["", "", "*", "", "**"];

function parameterText([name, fallback, kind]: Parameter): string {
  return `${STARS[kind]}${name}${fallback === null ? "" : `=${fallback}`}${MARKS[kind]}`;
}

/** A default that is a function has a name here and none in the recording. */
function withoutNames(own: string[], recorded: string[]): string[] {
  return own.map((text, i) =>
    recorded[i]?.includes("=...") ? text.replace(/=[a-z_]\w*(?=$| [*/]$)/, "=...") : text,
  );
}

/** Every public function, class and method that both have, with both lists of parameters. */
function compared(): [string, string[], string[]][] {
  return Object.entries(theirs).flatMap(([module, recorded]) =>
    Object.entries(recorded).flatMap(([name, parameters]): [string, string[], string[]][] => {
      const [first, method] = name.split(".");
      const entry = entryAt(module, first);
      const found = method === undefined ? entry : memberOf(entry, method);
      if (found?.parameters === undefined) return [];
      const own = found.parameters.map(parameterText);
      const their = method === undefined ? parameters : parameters.slice(1);
      return [[`${module}.${name}`, withoutNames(own, their), their]];
    }),
  );
}

it("parameters and defaults are those of JAX, Flax and Optax, but for a list of differences", async () => {
  const all = compared();
  const different = all.filter(([, own, their]) => own.join() !== their.join());
  expect(all.length).toBeGreaterThan(1400);
  expect(different.length).toBeLessThan(all.length / 8);
  const lines = different.map(
    ([name, own, their]) =>
      `${name}\n    here:  ${own.join(", ") || "nothing"}\n    there: ${their.join(", ") || "nothing"}\n`,
  );
  await expect(lines.join("")).toMatchFileSnapshot("testing/signature-differences.txt");
});

describe("docstrings", () => {
  it("are there for every public module, function, class and method", () => {
    const silent = Object.entries(names)
      .filter(([module]) => OURS.test(module))
      .flatMap(([module, { doc, names: found }]) => [
        ...(doc === "" ? [module] : []),
        ...Object.entries(found).flatMap(([name, entry]) =>
          typeof entry === "string" ? [] : withoutDoc(entry, `${module}.${name}`),
        ),
      ]);
    expect(silent).toEqual([]);
  });
  it("say of a function of the table what its TypeScript declaration says", () => {
    expect(entryAt("jax.numpy", "expm1")).toMatchObject({
      doc: "exp(x) − 1, exact near 0.",
      gives: "jax.Array",
    });
    expect(entryAt("jax.lax", "dynamic_slice_in_dim")?.doc).toMatch(/^\S.*\.$/);
  });
});

function withoutDoc(entry: Entry, at: string): string[] {
  const speaks = entry.kind === "function" || entry.kind === "class";
  const methods = Object.entries(entry.members ?? {}).filter(([name]) => !name.startsWith("_"));
  return [
    ...(speaks && !entry.doc ? [at] : []),
    ...methods.flatMap(([name, member]) => withoutDoc(member, `${at}.${name}`)),
  ];
}

/** Written by hand: they take what a table cannot say, such as Python's own lists and functions. */
const BY_HAND = ["arange", "array", "asarray", "full", "result_type"];

it("a function of the table has the table's parameters", () => {
  const kinds = ["positional-only", "positional-or-keyword", "varargs", "keyword-only", "varkw"];
  const different = pythonRows().flatMap(({ module, name, parameters }) => {
    const entry = entryAt(module, name);
    if (entry === null) return [];
    const own = (entry.parameters ?? []).map(([label, , kind]) => `${label} ${kinds[kind]}`);
    const rows = parameters.map(([label, , kind]) => `${label} ${kind}`);
    return own.join() === rows.join() ? [] : [name];
  });
  expect(different).toEqual(BY_HAND);
});
