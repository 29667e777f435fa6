/** Constructors and namespaces of the language itself, by their global names. Errors and dates are left as they are. */
const GLOBALS =
  "Object Function Array Map Set WeakMap WeakSet WeakRef FinalizationRegistry Promise Proxy Reflect Symbol Math JSON " +
  "String Number Boolean BigInt RegExp ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array " +
  "Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array Float64Array " +
  "BigInt64Array BigUint64Array Iterator Atomics";

/** What ordinary code assigns on objects of its own, which fails where the one inherited cannot be written. */
const ASSIGNED = new Set<PropertyKey>(["constructor", "toString", "toLocaleString", "valueOf"]);

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** Everything that these inherit from, up to the root. */
function chainsOf(values: readonly object[]): object[] {
  const found: object[] = [];
  for (const value of values) {
    for (let at = Reflect.getPrototypeOf(value); at !== null; at = Reflect.getPrototypeOf(at))
      found.push(at);
  }
  return found;
}

/** Prototypes without a global name: of iterators, generators, async functions and typed arrays. */
function unnamed(): object[] {
  const iterators = [
    [].values(),
    new Map().values(),
    new Set().values(),
    ""[Symbol.iterator](),
    "".matchAll(/x/g),
  ];
  const generator = function* () {};
  const asyncGenerator = async function* () {};
  return chainsOf([
    Float32Array,
    Float32Array.prototype,
    ...iterators,
    generator(),
    asyncGenerator(),
    generator,
    asyncGenerator,
    async () => {},
  ]);
}

function freezeRoot(root: object): void {
  for (const key of Reflect.ownKeys(root)) {
    if (ASSIGNED.has(key)) continue;
    const isAccessor = Reflect.getOwnPropertyDescriptor(root, key)?.get !== undefined;
    Reflect.defineProperty(
      root,
      key,
      isAccessor ? { configurable: false } : { configurable: false, writable: false },
    );
  }
  Object.preventExtensions(root);
}

/**
 * Makes the language's own objects unchangeable, before any learner's code runs. The facade and tfjs call methods of
 * maps, arrays and promises while they hold the device: a program that could put its own in their place would be
 * handed the WebGL context. One that tries gets a TypeError. Objects are frozen whole, since engines keep their fast
 * paths for that and lose them where a single property is redefined.
 */
export function freezeBuiltins(scope: typeof globalThis): void {
  const owners = new Set(unnamed());
  for (const name of GLOBALS.split(" ")) {
    const value: unknown = Reflect.get(scope, name);
    if (!isObject(value)) continue;
    owners.add(value);
    const prototype: unknown = Reflect.get(value, "prototype");
    if (isObject(prototype)) owners.add(prototype);
    Reflect.defineProperty(scope, name, { writable: false, configurable: false });
  }
  owners.delete(Object.prototype);
  for (const owner of owners) Object.freeze(owner);
  freezeRoot(Object.prototype);
}
