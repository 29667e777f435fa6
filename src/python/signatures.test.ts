/** What `help()`, `inspect.signature` and the editor say of the packages: all of it is there, and it is JAX's. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../jax/host";
import { describeIn } from "./build/describe-packages";
import { pythonRows } from "./facade/calls";
import { createFacadeModule } from "./facade-module";
import { readGoldenParts } from "../lib/testing/read-golden";
import { compareParameters } from "./testing/compare-parameters";
import { SIGNATURE_REASONS } from "./testing/signature-reasons";
import { startPython, type TestPython } from "./testing/start-python";

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
const BINDING = readFileSync(
  new URL("../../golden/recorders/call_binding.py", import.meta.url),
  "utf8",
);
const OURS = /^(jax|flax|optax|numpy)\b/;

let python: TestPython;
let names: Names;
beforeAll(async () => {
  await startBackend("cpu");
  python = await startPython({ facade: createFacadeModule() });
  names = JSON.parse(await describeIn(python.pyodide));
}, 120_000);

function entryAt(module: string, name: string): Entry | null {
  const found = names[module]?.names[name];
  if (typeof found !== "string") return found ?? null;
  const dot = found.lastIndexOf(".");
  return entryAt(found.slice(0, dot), found.slice(dot + 1));
}

/** Takes the names of the recording, by module, and finds how calls of them are bound here. */
const BOUND_HERE = `
import importlib, json

def bound_here(recorded):
    for module, names in json.loads(recorded).items():
        package = importlib.import_module(module)
        for name in names:
            first, _, method = name.partition(".")
            value = getattr(package, first, None)
            value = getattr(value, method, None) if method else value
            if callable(value):
                yield f"{module}.{name}", parameters_of(value, method=bool(method))

lambda recorded: json.dumps({name: found for name, found in bound_here(recorded) if found is not None})
`;

/** Every public function, class and method that both have, with both lists of parameters. */
function compared(): [string, string[], string[]][] {
  const own = JSON.parse(python.pyodide.runPython(BINDING + BOUND_HERE)(JSON.stringify(theirs)));
  return Object.entries(theirs).flatMap(([module, recorded]) =>
    Object.entries(recorded).flatMap(([name, parameters]): [string, string[], string[]][] => {
      const found = own[`${module}.${name}`];
      // Those that say nothing of what they take are compared with nothing.
      return found === undefined || parameters.join() === "*args,**kwargs"
        ? []
        : [[`${module}.${name}`, found, parameters]];
    }),
  );
}

describe("parameters, their kinds and defaults", () => {
  let differences: string[];
  beforeAll(() => {
    const all = compared();
    expect(all.length).toBeGreaterThan(1400);
    differences = all.flatMap(([name, own, their]) =>
      compareParameters(own, their).map((line) => `${name}: ${line}`),
    );
  }, 120_000);

  it("are those of JAX, Flax and Optax, or there is a reason", () => {
    const told = (line: string) => SIGNATURE_REASONS.some(([pattern]) => pattern.test(line));
    expect(differences.filter((line) => !told(line))).toEqual([]);
  });
  it.each(SIGNATURE_REASONS)("%s is still needed", (pattern) => {
    expect(differences.some((line) => pattern.test(line))).toBe(true);
  });
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

/** Written by hand: they take more than their declarations say. */
const BY_HAND = ["array", "result_type"];

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
