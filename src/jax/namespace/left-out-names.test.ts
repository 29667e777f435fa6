import { expect, it } from "vitest";
import { JaxArray } from "../array/array";
import { modules } from "../modules";
import { camelCase } from "../numpy/camel-case";
import leftOutNames from "./left-out-names.json";
import publicNames from "./public-names.json";

const ARRAY = [
  "shape",
  "dtype",
  ...Object.keys(Object.getOwnPropertyDescriptors(JaxArray.prototype)),
];

/** Of the public names of each module, and of arrays, in Python, those that it has here in neither spelling. */
function leftOut(): Record<string, string> {
  const theirs: Readonly<Record<string, string>> = publicNames;
  const owners = Object.entries(modules).map(
    ([specifier, ours]) => [specifier.replaceAll("/", "."), Object.keys(ours)] as const,
  );
  return Object.fromEntries(
    [...owners, ["jax.Array", ARRAY] as const].flatMap(([owner, ours]) => {
      const names = theirs[owner]?.split(" ") ?? [];
      const missing = names.filter(
        (name) => !ours.includes(name) && !ours.includes(camelCase(name)),
      );
      return missing.length === 0 ? [] : [[owner, missing.join(" ")]];
    }),
  );
}

/** Whether the file names all that is left out. One that has come since does no harm: missing ones are looked for. */
function isComplete(leftOutNow: Record<string, string>): boolean {
  const written: Readonly<Record<string, string>> = leftOutNames;
  return Object.entries(leftOutNow).every(([owner, names]) => {
    const known = written[owner]?.split(" ") ?? [];
    return names.split(" ").every((name) => known.includes(name));
  });
}

// The bundle holds these names alone. `npx vitest run src/jax/namespace -u` writes the file anew.
it("left-out-names.json holds what the page leaves out", async () => {
  const names = leftOut();
  if (isComplete(names)) return;
  await expect(`${JSON.stringify(names, null, 2)}\n`).toMatchFileSnapshot("left-out-names.json");
});
