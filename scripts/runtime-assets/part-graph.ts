import { PARTS, type PartName } from "../../src/jax/part-modules";
import { importsOf, reached } from "./module-imports";

/** Where the main script begins. */
const MAIN = ["jax/host", "jax/function-later"];
/**
 * Modules that may import what is in a part, or in another one than they are: they hand its functions on, or call
 * them in what a program reaches by a name of that part.
 */
const HAND_ON = [
  /\/index$/,
  /^jax\/(flax|host|jax)$/,
  /^jax\/numpy\/(methods|polynomials)$/,
  /^jax\/transform\/make-jaxpr$/,
  /^jax\/lax\/more-structure$/,
  /^jax\/linalg\/products$/,
  /^jax\/random\/derived$/,
  /^python\/facade\/staging$/,
];

export const PART_NAMES = Object.keys(PARTS) as PartName[];

/** The modules of a part, below src. */
export function modulesOf(part: PartName): string[] {
  return PARTS[part].modules.map((module) => `jax/${module}`);
}

const inParts = new Set(PART_NAMES.flatMap(modulesOf));

/** Whether the main script has stand-ins for what a module exports. */
export function isInPart(module: string): boolean {
  return inParts.has(module);
}

/** What the main script and the parts have of each other. */
export type PartGraph = {
  /** Whether a part has a module from the main script, instead of a copy of its own. */
  isShared(part: PartName, module: string): boolean;
  /** `module name` of all that parts have from the main script; the place in the list is its number. */
  readonly shared: readonly string[];
  /** So many of the first ones are needed in Python too. */
  readonly common: number;
};

/** @throws where a script would call a function whose part may be missing. */
export function partGraph(): PartGraph {
  const main = reached(MAIN, isInPart);
  refuseCalls([...main, ...reached(["python/facade-module"], isInPart)]);
  const isShared = (part: PartName, module: string) =>
    !modulesOf(part).includes(module) && (main.has(module) || isInPart(module));
  const sharedBy = (parts: readonly PartName[]): string[] => {
    const names = parts.flatMap((part) =>
      [...reached(modulesOf(part), (module) => isShared(part, module))]
        .flatMap(importsOf)
        .filter(({ module }) => isShared(part, module))
        .flatMap((each) => each.names.map((name) => `${each.module} ${name}`)),
    );
    return [...new Set(["jax/function-later handIn", ...names])].sort();
  };
  const common = sharedBy(PART_NAMES.filter((part) => PARTS[part].typescriptOnly !== true));
  const others = sharedBy(PART_NAMES).filter((each) => !common.includes(each));
  return { isShared, shared: [...common, ...others], common: common.length };
}

function refuseCalls(main: readonly string[]): void {
  const partOf = (module: string) => PART_NAMES.find((part) => modulesOf(part).includes(module));
  const calls = [...new Set([...main, ...inParts])]
    .filter((module) => !HAND_ON.some((pattern) => pattern.test(module)))
    .flatMap((module) =>
      importsOf(module)
        .filter((each) => isInPart(each.module) && partOf(each.module) !== partOf(module))
        .map((each) => `${module} imports ${each.names.join()} of ${each.module}`),
    );
  if (calls.length > 0) throw new Error(`Parts of the facade may be missing: ${calls.join("; ")}`);
}
