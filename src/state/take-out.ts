/** The learner's Python as a script or a notebook that runs on an installed JAX and checks it there. */
import { FOLLOWED_VERSIONS } from "../lib/followed-versions";
import type { CaseInputs } from "../grading/lesson-check";

export type CheckedCase = {
  inputs: CaseInputs;
  /** What this page gave for the program as it stands; null where that is not known. */
  here: readonly number[] | null;
  /** What is right. */
  expected: readonly number[];
};

export type TakenOut = {
  source: string;
  title: string;
  /** The function that is called on the cases; null for a free program. */
  check: { entry: string; results: readonly string[]; cases: readonly CheckedCase[] } | null;
};

const PLOT = `# On the page, plot() draws a chart. Here it prints, so that the program runs as it stands.
def plot(values, label=""):
    print(label or "plot", [float(value) for value in values])


`;

/** A Python script: the program unchanged, then a main that runs the cases and compares. */
export function scriptOf(taken: TakenOut): string {
  const check = taken.check === null ? "" : `\n\n${mainOf(taken.check)}`;
  return `${preludeOf(taken.source)}${endedBy(taken.source)}${check}`;
}

/** A notebook of the same parts, in Jupyter's format 4.5. */
export function notebookOf(taken: TakenOut): string {
  const { jax, flax, optax } = FOLLOWED_VERSIONS;
  const install = `# Needs: pip install "jax==${jax}" "flax==${flax}" "optax==${optax}"`;
  const parts = [
    preludeOf(taken.source).trim(),
    endedBy(taken.source).trimEnd(),
    taken.check === null ? "" : mainOf(taken.check).trimEnd(),
  ].filter((part) => part !== "");
  const cells = [
    { cell_type: "markdown", id: "title", metadata: {}, source: linesOf(`# ${taken.title}`) },
    ...[install, ...parts].map((part, i) => ({
      cell_type: "code",
      execution_count: null,
      id: `part-${i + 1}`,
      metadata: {},
      outputs: [],
      source: linesOf(part),
    })),
  ];
  const metadata = {
    kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
    language_info: { name: "python" },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

function preludeOf(source: string): string {
  return /\bplot\(/.test(source) && !/\bdef plot\(/.test(source) ? PLOT : "";
}

function endedBy(source: string): string {
  return source.endsWith("\n") ? source : `${source}\n`;
}

function linesOf(text: string): string[] {
  return text.split("\n").map((line, i, all) => (i + 1 < all.length ? `${line}\n` : line));
}

function mainOf({ entry, results, cases }: NonNullable<TakenOut["check"]>): string {
  const rows = cases.map(({ inputs, here, expected }, i) => {
    const values = inputs.map(({ shape, data }) => pythonValue(shape, data)).join(", ");
    const numbers = here === null ? "None" : `[${here.map(pythonNumber).join(", ")}]`;
    const right = `[${expected.map(pythonNumber).join(", ")}]`;
    return `        ("case ${i + 1}", (${values},), ${numbers}, ${right}),`;
  });
  return `def check_on_jax():
    """Runs the lesson's cases on the installed JAX, beside what the page gave and what is right."""
    import flax
    import jax
    import jax.numpy as jnp

    def array(values):
        return jnp.array(values, dtype=jnp.float32)

    print("jax", jax.__version__, "flax", flax.__version__)
    print("${results.map((result) => result.replaceAll('"', "'")).join(", ")}")
    for name, inputs, page, right in [
${rows.join("\n")}
    ]:
        values = [float(value) for value in ${entry}(*inputs)]
        print(name)
        print("  JAX     ", *(f"{value:.7g}" for value in values))
        if page is not None:
            print("  the page", *(f"{value:.7g}" for value in page))
        print("  right   ", *(f"{value:.7g}" for value in right))
        for what, numbers in (("the page", page), ("right", right)):
            if numbers is not None and len(numbers) == len(values):
                far = max(abs(a - b) / (1e-6 + 1e-5 * abs(b)) for a, b in zip(values, numbers))
                print("  JAX and", what, "agree" if far <= 1 else "differ")


if __name__ == "__main__":
    check_on_jax()
`;
}

/** An argument of a call: a number as it is, an array row by row. */
function pythonValue(shape: readonly number[] | null, data: readonly number[]): string {
  if (shape === null) return pythonNumber(data[0] ?? 0);
  if (shape.length <= 1) return `array([${data.map(pythonNumber).join(", ")}])`;
  const width = shape.at(-1) ?? 1;
  const rows = Array.from({ length: data.length / width }, (_, row) =>
    data.slice(row * width, (row + 1) * width),
  );
  return `array([${rows.map((row) => `[${row.map(pythonNumber).join(", ")}]`).join(", ")}])`;
}

/** A float as Python writes it: whole ones keep their point. */
function pythonNumber(value: number): string {
  if (Number.isNaN(value)) return 'float("nan")';
  if (!Number.isFinite(value)) return `float("${value > 0 ? "" : "-"}inf")`;
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
