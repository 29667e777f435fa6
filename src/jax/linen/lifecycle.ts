/** How modules come to run: bound to a place among the variables, set up, and called. */
import { Callable, makeCallable } from "../base/callable";
import {
  AttributeError,
  CallCompactUnboundModuleError,
  SetAttributeFrozenModuleError,
} from "../base/errors";
import { reprOf } from "../tree/repr-of";
import { PRNGKey } from "../random/keys";
import { bindingOf, currentFrame, isModule, setBinding, within, type BoundModule } from "./binding";
import { className } from "./class-name";
import { Scope } from "./scope";

/**
 * Ties a new instance to the module in whose call or setup it is made, and lets its own call run as that
 * module, whether it is called as `layer(x)` or as `layer.call(x)`.
 */
export function prepare(module: BoundModule, name: string | null): void {
  const frame = currentFrame();
  setBinding(module, frame?.module ?? null, name);
  if (frame !== null && !frame.inSetup) {
    const scope = scopeOf(frame.module);
    const own = name ?? scope.automaticName(className(module));
    bindingOf(module).name = own;
    scope.reserve("submodule", own, className(frame.module));
  }
  runOnCall(module);
}

function runOnCall(module: BoundModule): void {
  const own: unknown = Reflect.get(module, "call");
  if (typeof own !== "function") return;
  Object.defineProperty(module, "call", {
    configurable: true,
    value: (...inputs: unknown[]) => runMethod(module, own, inputs),
  });
}

/** A copy of a module, so that running it leaves the learner's own as it was. */
function copyOf<M extends BoundModule>(
  module: M,
  parent: BoundModule | null,
  name: string | null,
): M {
  const copy = Object.assign(makeCallable<M>(Object.getPrototypeOf(module)), module);
  setBinding(copy, parent, name);
  runOnCall(copy);
  return copy;
}

/** A copy of a module at the top of a scope, with what its setup makes. */
export function boundTo<M extends BoundModule>(module: M, scope: Scope): M {
  const copy = copyOf(module, null, "root");
  bindingOf(copy).scope = scope;
  setUp(copy);
  return copy;
}

/** Runs a method of a copy of the module that is bound to a scope. */
export function run(
  module: BoundModule,
  scope: Scope,
  inputs: readonly unknown[],
  method: string | ((...args: never[]) => unknown),
): unknown {
  const copy = copyOf(module, null, "root");
  bindingOf(copy).scope = scope;
  if (typeof method === "function") return runMethod(copy, method, inputs);
  const source: unknown = method === "call" ? Object.getPrototypeOf(copy) : copy;
  const own: unknown = Reflect.get(Object(source), method);
  if (typeof own === "function" && own !== Callable.prototype.call) {
    return runMethod(copy, own, inputs);
  }
  throw noAttribute(module, method === "call" ? "__call__" : method);
}

function noAttribute(module: BoundModule, name: string): AttributeError {
  return new AttributeError(
    `"${className(module)}" object has no attribute "${name}". If "${name}" is defined in '.setup()', remember these fields are only accessible from inside 'init' or 'apply'.`,
  );
}

/** Runs a method as the module: its layers are adopted and set up before the first one. */
function runMethod(module: BoundModule, method: object, inputs: readonly unknown[]): unknown {
  if (!isBound(module)) return runUnbound(module, method, inputs);
  setUp(module);
  const before = new Map(Object.entries(module));
  const result: unknown = within({ module, inSetup: false }, () =>
    Reflect.apply(method as () => unknown, module, inputs),
  );
  checkFrozen(module, before);
  bindingOf(module).scope?.rewind();
  return result;
}

/** Outside of init and apply, what setup would make is missing. */
function runUnbound(module: BoundModule, method: object, inputs: readonly unknown[]): unknown {
  const copy = copyOf(module, null, null);
  for (const name of namesFromSetup(module)) {
    Object.defineProperty(copy, name, {
      get: () => {
        throw noAttribute(module, name);
      },
    });
  }
  return within({ module: copy, inSetup: true }, () =>
    Reflect.apply(method as () => unknown, copy, inputs),
  );
}

/** The attributes that a module's setup makes, found by setting a copy up with a key of its own. */
function namesFromSetup(module: BoundModule): ReadonlySet<string> {
  const key = PRNGKey(0);
  const root = {
    variables: {},
    streams: { params: key },
    isInitializing: true,
    isMutable: () => true,
  };
  return bindingOf(boundTo(module, new Scope(root))).setUpNames;
}

function setUp(module: BoundModule): void {
  const binding = bindingOf(module);
  if (binding.isSetUp || !isBound(module)) return;
  binding.isSetUp = true;
  const before = new Set(Object.keys(module));
  within({ module, inSetup: true }, () => module.setup());
  binding.setUpNames = new Set(Object.keys(module).filter((name) => !before.has(name)));
  nameAttributes(module);
}

function checkFrozen(module: BoundModule, before: ReadonlyMap<string, unknown>): void {
  for (const [name, value] of Object.entries(module)) {
    if (before.has(name) && Object.is(before.get(name), value)) continue;
    throw new SetAttributeFrozenModuleError(
      `Can't set ${name}=${reprOf(value)} for Module of type ${className(module)}: Module instance is frozen outside of setup method.`,
    );
  }
}

/** Layers in attributes are named after the attribute; in a list, with their index. */
function nameAttributes(module: BoundModule): void {
  for (const [attribute, value] of Object.entries(module)) {
    if (isModule(value)) Reflect.set(module, attribute, named(module, value, attribute));
    if (!Array.isArray(value)) continue;
    const items = value.map((item: unknown, index) =>
      isModule(item) ? named(module, item, `${attribute}_${index}`) : item,
    );
    Reflect.set(module, attribute, items);
  }
}

/** A layer with a name: one made in setup gets it, one made outside of any module is adopted as a copy. */
function named(owner: BoundModule, layer: BoundModule, name: string): BoundModule {
  const binding = bindingOf(layer);
  if (binding.parent === null) return copyOf(layer, owner, binding.name ?? name);
  if (binding.parent === owner) binding.name ??= name;
  return layer;
}

/** Whether a module has a place within a running init or apply. */
function isBound(module: BoundModule): boolean {
  const { scope, parent } = bindingOf(module);
  return scope !== null || (parent !== null && isBound(parent));
}

/** The scope of a module; null outside of init and apply. */
export function findScope(module: BoundModule): Scope | null {
  const binding = bindingOf(module);
  if (binding.scope !== null) return binding.scope;
  const { parent, name } = binding;
  const outer = parent === null ? null : findScope(parent);
  if (outer === null || name === null) return null;
  // A child gets its own scope below its parent's when it is first asked for.
  return (binding.scope = outer.child(name));
}

/** The scope of a module; raises CallCompactUnboundModuleError outside of init and apply. */
export function scopeOf(module: BoundModule): Scope {
  const scope = findScope(module);
  if (scope !== null) return scope;
  throw new CallCompactUnboundModuleError("Can't call compact methods on unbound modules");
}
