/** TypeScript's spelling of a Python name: `expand_dims` → `expandDims`. */
export function camelCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
