/** The lesson's loop in Python, eagerly, on the device: what is held after many steps is what is held after few. */
import { expect, test } from "@playwright/test";
import { trainingLoop } from "../src/python/testing/training-loop";
import { openLab } from "./attacks/support/lab";

/** 10,000 take a minute or two; one array lost a step would show in a tenth of these. */
const STEPS = Number(process.env.MEMORY_STEPS ?? 500);

/** The shapes are above tfjs's limit under which WebGL arrays stay on the CPU. */
const LOOP = trainingLoop({
  x: "jnp.linspace(-1, 1, 6 * 32).reshape(6, 32)",
  y: "jnp.ones((6, 2))",
  inputs: 32,
  hidden: 64,
  outputs: 2,
});
const PROGRAM = `${LOOP}
from jax._src.binding import facade

def memory():
    gc.collect()
    return [*map(int, facade.memory().split()), pyodide_js._module.HEAPU8.length, len(gc.get_objects())]

first = float(train(100))
few = memory()
last = float(train(STEPS))
print(last < first, *few, *memory())
`;

test("device memory and heap stay as they were over eager steps in Python", async ({ page }) => {
  test.setTimeout(600_000);
  await openLab(page);
  const played = await page.evaluate(
    (program) => {
      if (window.__lab === undefined) throw new Error("The page has no automation object.");
      return window.__lab.play(program);
    },
    {
      source: PROGRAM.replace("STEPS", String(STEPS)),
      language: "python" as const,
      backend: "webgl" as const,
      deadlineMs: 500_000,
    },
  );
  expect(played).toMatchObject({ ok: true, error: null });
  const [learned = "", ...numbers] = played.stdout.trim().split(" ");
  expect(learned).toBe("True");
  const [few, many] = [numbers.slice(0, 5), numbers.slice(5)].map((row) => row.map(Number));
  console.log(
    `arrays, tensors, bytes, heap, objects: ${few} after 100 steps, ${many} after ${STEPS} more`,
  );
  const [arrays = 0, tensors = 0, bytes = 0, heap = 0, objects = 0] = few ?? [];
  expect(tensors).toBeGreaterThan(0);
  expect(objects).toBeGreaterThan(0);
  expect(many?.slice(0, 4)).toEqual([arrays, tensors, bytes, heap]);
  expect(many?.[4]).toBeLessThan(objects + 100);
});
