/** The name of an instance's class as Flax knows it: it names layers and stands in errors. */
export function className(instance: object): string {
  const type: unknown = instance.constructor;
  if (typeof type !== "function") return "Module";
  return "pythonName" in type && type.pythonName ? String(type.pythonName) : type.name;
}
