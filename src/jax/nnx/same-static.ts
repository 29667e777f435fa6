/** Whether two static attributes are equal: numbers and functions by identity, lists and dicts by what they hold. */
export function sameStatic(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => name in b && sameStatic(Reflect.get(a, name), Reflect.get(b, name)))
  );
}
