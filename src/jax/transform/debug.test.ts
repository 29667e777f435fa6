import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { startBackend } from "../host";
import "../numpy/methods";
import { ones } from "../numpy/creation";
import { print } from "./debug";
import { jit } from "./jit";

beforeAll(() => startBackend("cpu"));
afterEach(() => vi.restoreAllMocks());

it.each(["x = {}", "x = {:.1f}"])("shows values of a staged function as it runs: %s", (format) => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const f = jit((x: ReturnType<typeof ones>) => {
    print(format, x.sum());
    return x.mul(2);
  });
  f(ones([3]));
  f(ones([3]).mul(2));
  expect(log.mock.calls.flat()).toEqual(["x = 3.0", "x = 6.0"]);
});
