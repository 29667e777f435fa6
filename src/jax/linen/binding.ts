import type { Callable } from "../base/callable";
import type { Scope } from "./scope";

/** A module, as far as binding and running it knows it. */
export interface BoundModule extends Callable {
  setup(): void;
}

/** What the running init or apply knows of one module instance. */
export type Binding = {
  /** The module that this one belongs to; null outside of any. */
  parent: BoundModule | null;
  /** The name below the parent; null until it is known. */
  name: string | null;
  scope: Scope | null;
  isSetUp: boolean;
  /** Attributes that `setup` has set: they are no settings. */
  setUpNames: ReadonlySet<string>;
};

/** A running call or setup. */
export type Frame = { readonly module: BoundModule; readonly inSetup: boolean };

const bindings = new WeakMap<object, Binding>();
const running: Frame[] = [];

/** The innermost running call or setup, or null. */
export function currentFrame(): Frame | null {
  return running.at(-1) ?? null;
}

/** Runs `body` as part of a module's call or setup: modules made in it are its children. */
export function within<T>(frame: Frame, body: () => T): T {
  running.push(frame);
  try {
    return body();
  } finally {
    running.pop();
  }
}

/** Remembers the binding of a new module. */
export function setBinding(module: object, parent: BoundModule | null, name: string | null): void {
  bindings.set(module, { parent, name, scope: null, isSetUp: false, setUpNames: new Set() });
}

/** The binding of a module. */
export function bindingOf(module: object): Binding {
  const binding = bindings.get(module);
  if (binding === undefined) throw new Error("This module was made without its constructor.");
  return binding;
}

/** Whether a value is a module: those alone have a binding. */
export function isModule(value: unknown): value is BoundModule {
  return typeof value === "function" && bindings.has(value);
}
