import { beforeAll, expect, it } from "vitest";
import { startBackend } from "../jax/host";
import { createFacadeModule } from "./facade-module";
import { startPython, type TestPython } from "./testing/start-python";

let python: TestPython;
beforeAll(async () => {
  await startBackend("cpu");
  python = await startPython({ facade: createFacadeModule() });
}, 120_000);

it("plots arrays and lists, with a label or without", () => {
  const { error } = python.run(
    "import jax.numpy as jnp\nplot([3, 2.5, 1])\nplot(jnp.arange(3) ** 2, 'squares')\nplot([jnp.float32(0.5)])",
  );
  expect(error).toBeNull();
  expect(python.plots).toEqual([
    { label: "", values: [3, 2.5, 1] },
    { label: "squares", values: [0, 1, 4] },
    { label: "", values: [0.5] },
  ]);
});
