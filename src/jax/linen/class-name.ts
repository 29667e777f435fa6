/** The name of an instance's class as Flax knows it: it names layers and stands in errors. */
export function className(instance: object): string {
  const type: unknown = instance.constructor;
  if (typeof type !== "function") return "Module";
  // Built-in classes say their name, since it has to survive minification; a learner's class has its own.
  const own: unknown = Object.hasOwn(type, "pythonName") && Reflect.get(type, "pythonName");
  return typeof own === "string" ? own : type.name;
}
