import { describe, expect, it } from "vitest";
import { lockdown } from "./lockdown";

function fakeScope() {
  const base = { fetch: () => 1, close: () => 2, indexedDB: {} };
  const middle = Object.create(base, { Worker: { value: class {}, configurable: true } });
  const navigator = Object.create({ gpu: {}, locks: {} });
  return Object.assign(Object.create(middle), { fetch: () => 3, navigator, OffscreenCanvas: 1 });
}

describe("lockdown", () => {
  it("removes globals from the whole prototype chain", () => {
    const scope = fakeScope();
    lockdown(scope, () => {});
    for (const name of ["fetch", "Worker", "indexedDB", "OffscreenCanvas"]) {
      expect(name in scope && scope[name]).toBe(false);
    }
    expect(scope.navigator.gpu).toBeUndefined();
  });

  it("says which one it could not remove", () => {
    const scope = fakeScope();
    Object.defineProperty(scope, "WebSocket", { value: class {}, configurable: false });
    expect(() => lockdown(scope, () => {})).toThrow(/WebSocket/);
  });

  it("tells when a program closes its worker", () => {
    const scope = fakeScope();
    let closed = 0;
    lockdown(scope, () => {
      closed += 1;
    });
    expect(() => scope.close()).toThrow(/ended the runtime/);
    expect(closed).toBe(1);
  });
});
