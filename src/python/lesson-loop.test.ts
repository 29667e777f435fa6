/** The lesson's training loop in Python, ten thousand eager steps long: nothing grows. */
import { beforeAll, expect, it } from "vitest";
import { startBackend } from "../jax/host";
import { createFacadeModule } from "./facade-module";
import { startPython, type TestPython } from "./testing/start-python";
import { trainingLoop } from "./testing/training-loop";

const LOOP = trainingLoop({
  x: "jnp.array([0.5, -1.0, 2.0])",
  y: "jnp.array([1.0])",
  inputs: 3,
  hidden: 4,
  outputs: 1,
});
const PROGRAM = `${LOOP}
def memory():
    gc.collect()
    return len(gc.get_objects()), pyodide_js._module.HEAPU8.length

first = train(100)
objects, heap = memory()
last = train(STEPS)
more_objects, more_heap = memory()
print(bool(last < first), 0 < more_objects < objects + 100, more_heap == heap)
`;

let python: TestPython;
const facade = createFacadeModule();
beforeAll(async () => {
  await startBackend("cpu");
  python = await startPython({ facade });
}, 120_000);

it("holds as many arrays, and as much memory, after 10,000 steps as after 100", () => {
  const arraysAfter = (steps: number) => {
    const { stdout, error } = python.run(PROGRAM.replace("STEPS", String(steps)));
    expect(error).toBeNull();
    expect(stdout).toBe("True True True\n");
    return facade.memory();
  };
  const few = arraysAfter(100);
  expect(arraysAfter(10_000)).toBe(few);
}, 300_000);
