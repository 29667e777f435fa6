import { camelCase } from "../../numpy/camel-case";
import { functionTable, type FunctionRow } from "../../numpy/function-table";
import { DTYPES } from "../../base/dtype";
import publicNames from "../../namespace/public-names.json";
import { HALF_FLOOR } from "./half-floor";
import { bridge, jax, jnp, linen, nnx, optax } from "./api";

type Namespace = Readonly<Record<string, unknown>>;

/** The namespaces of the page under Python's names. */
const NAMESPACES: Readonly<Record<string, Namespace>> = {
  jax,
  "jax.numpy": jnp,
  "jax.numpy.linalg": jnp.linalg,
  "jax.lax": jax.lax,
  "jax.nn": jax.nn,
  "jax.nn.initializers": jax.nn.initializers,
  "jax.random": jax.random,
  "jax.tree": jax.tree,
  "jax.tree_util": jax.treeUtil,
  "jax.flatten_util": jax.flattenUtil,
  "flax.linen": linen,
  "flax.nnx": nnx,
  "flax.nnx.bridge": bridge,
  optax,
};
const THEIRS: Readonly<Record<string, string>> = publicNames;

const HEAD = `# What is there and what is not

This file is written from the function table and the namespaces of the page: \`npx vitest run src/jax/testing/contract/support.test.ts -u\`.
A test fails while it is out of date. Names are TypeScript's; Python has each under its own spelling, and more of them
(its modules are in \`src/python/packages\`). A name of JAX, Flax or Optax that is missing raises an error which says so and
names the nearest one that is there.

## Element types

${DTYPES.join(", ")}. The 16-bit floats are kept in float32 and rounded after each operation. There are no 64-bit types (JAX
has none either unless told to) and no complex numbers.

## How exact

- Booleans, integers, keys and random bits: equal to JAX's, bit by bit.
- Floats on cpu and webgl: within \`1e-6 + 1e-5 · |x|\` of what JAX gives, for every recorded case. No function has a wider
  tolerance on a device with 32-bit floats: sine, cosine, tangent and the other functions that a graphics card computes
  coarsely have kernels of their own or run on the host.
- On cpu also at the edges: for 0, −0, ties, bounds, infinities, NaN, denormal numbers, 1e±20 and 1e5 to 1e15, values with the
  sign of a zero, first, second and mixed derivatives of every differentiable function as recorded from JAX, and quotients by a
  repeated divisor rounded as XLA rounds them. On webgl the same for arrays of more than 127 numbers but for two
  things: a zero may have the other sign, and a number between 0 and ±2^-126 may count as itself or as zero (cpu, as XLA,
  takes it for zero). Angles of sine, cosine and tangent may have any size, masks of softmax, max and min too.
- Devices with 16-bit floats only: an operation's result on more than 127 numbers is within
  \`2^${Math.log2(HALF_FLOOR.absolute)} + 2^${Math.log2(HALF_FLOOR.relative)} · |x|\` up to 65,504 (measured with tfjs made to
  keep such textures), and beyond that it may be NaN. Whoever fails there is graded again on the CPU, which decides.

## How much

- One array may have 2^22 elements, all arrays that a program holds at a time 2^24.
- In Python the second limit is exact. In TypeScript it holds for what a garbage collection has left, as nothing else
  tells whether an array is still referred to: a program that keeps all that it makes is ended at about 2^25 to 2^26
  elements, one that keeps a tenth of it later, and one that drops what it makes never.
`;

function leftOut({ parameters }: FunctionRow): string {
  return (
    parameters
      // A precision is taken, and products have the highest in any case.
      .filter(({ supported, name }) => !supported && name !== "precision")
      .map(({ name }) => `\`${name}\``)
      .join(" ")
  );
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.map((name) => `\`${name}\``).join(" ");
}

function section(module: string, namespace: Namespace): string {
  const names = Object.keys(namespace).filter((name) => !(name in NAMESPACES));
  const theirs = (THEIRS[module] ?? "").split(" ").filter((name) => name !== "");
  const missing = theirs.filter((name) => !(name in namespace) && !(camelCase(name) in namespace));
  const lines = [`## ${module}`, "", `There (${names.length}): ${listed(names.sort())}`];
  if (theirs.length > 0) lines.push("", `Not there (${missing.length}): ${listed(missing.sort())}`);
  return lines.join("\n");
}

function notes(): string {
  const rows = functionTable()
    .filter((row) => row.module.startsWith("jax."))
    .map((row) => ({ name: `${row.module}.${row.name}`, out: leftOut(row), note: row.note }))
    .filter(({ out, note }) => out !== "" || note !== null)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, out, note }) => {
      const parts = [out === "" ? "" : `without ${out}`, note ?? ""].filter((part) => part !== "");
      return `- \`${name}\`: ${parts.join("; ")}`;
    });
  return [
    "## Functions that take less than JAX's",
    "",
    "Giving one of these arguments raises an error that names it.",
    "",
    ...rows,
  ].join("\n");
}

/** The text of docs/support.md. */
export function supportText(): string {
  const sections = Object.entries(NAMESPACES).map(([module, each]) => section(module, each));
  return `${[HEAD.trimEnd(), ...sections, notes()].join("\n\n")}\n`;
}
