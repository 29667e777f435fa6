/** The name under which a program's module hands out the function that the checker calls. */
export const ENTRY_EXPORT = "$labEntry";

/** `mixed_train_step` -> `mixedTrainStep`. */
export function camelCase(name: string): string {
  return name.replace(/_+([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
}

/**
 * One more line for the module: it exports the function of that name, found lexically, so that it may be
 * exported or not, a const or a function, in Python's spelling or in JavaScript's.
 */
export function entryExport(name: string): string {
  const spellings = [...new Set([name, camelCase(name)])];
  const found = spellings.reduceRight(
    (otherwise, spelling) => `typeof ${spelling} !== "undefined" ? ${spelling} : ${otherwise}`,
    "undefined",
  );
  return `\n;export const ${ENTRY_EXPORT} = ${found};\n`;
}
