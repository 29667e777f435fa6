/**
 * A graphics device that draws to 16-bit floats only. There is none in software, so the runtime's script is
 * changed on its way: tfjs then keeps every texture in 16 bits, and what a shader gives is rounded to them.
 */
import { expect, test, type Page } from "@playwright/test";
import { HALF_FLOOR } from "../src/jax/testing/contract/half-floor";
import { gradeInPage, openLab, playInPage } from "./attacks/support/lab";
import { programText } from "./support/lesson-page";

const FLAG = "WEBGL_FORCE_F16_TEXTURES`,()=>!";

async function openHalfFloats(page: Page): Promise<() => boolean> {
  let changed = false;
  await page.route(/runtime-typescript/, async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    if (script.includes(`${FLAG}1`)) changed = true;
    await route.fulfill({ response, body: script.replace(`${FLAG}1`, `${FLAG}0`) });
  });
  await openLab(page);
  return () => changed;
}

const MEASURE = `
import * as jnp from "jax/numpy";
const [low, high, size] = [-3, 3, 1024];
const numbers = Float32Array.from({ length: size }, (_, i) => Math.fround(low + ((high - low) * i) / size));
const x = jnp.array(numbers);
const positive = jnp.abs(x).add(0.25);
const held = numbers.map((v) => Math.abs(v) + 0.25);
const functions: [string, unknown, (v: number, i: number) => number][] = [
  ["add", x.add(positive), (v, i) => v + held[i]],
  ["multiply", x.mul(positive), (v, i) => v * held[i]],
  ["divide", x.div(positive), (v, i) => v / held[i]],
  ["exp", jnp.exp(x), Math.exp],
  ["log", jnp.log(positive), (_, i) => Math.log(held[i])],
  ["sqrt", jnp.sqrt(positive), (_, i) => Math.sqrt(held[i])],
  ["tanh", jnp.tanh(x), Math.tanh],
  ["sin", jnp.sin(x), Math.sin],
  ["cos", jnp.cos(x), Math.cos],
  ["maximum", jnp.maximum(x, 0), (v) => Math.max(v, 0)],
];
for (const [name, got, want] of functions) {
  const values = (got as any).tolist() as number[];
  const off = values.map((v, i) => Math.abs(v - want(numbers[i], i)) / (HALF_ABSOLUTE + HALF_RELATIVE * Math.abs(want(numbers[i], i))));
  print(name, Math.max(...off));
}
`;

test("is told from others, and what it computes keeps to the stated floor", async ({ page }) => {
  const isChanged = await openHalfFloats(page);
  const program = MEASURE.replaceAll("HALF_ABSOLUTE", String(HALF_FLOOR.absolute)).replaceAll(
    "HALF_RELATIVE",
    String(HALF_FLOOR.relative),
  );
  const played = await playInPage(page, program, 60_000);
  expect(isChanged()).toBe(true);
  expect(played.error).toBeNull();
  const shares = played.stdout.trim().split("\n");
  expect(shares).toHaveLength(10);
  for (const line of shares) expect(Number(line.split(" ")[1]), line).toBeLessThanOrEqual(1);
  // Some of it is needed, or the device was none of those.
  expect(Math.max(...shares.map((line) => Number(line.split(" ")[1])))).toBeGreaterThan(0.1);
});

test("fails nobody for its rounding: right answers pass, wrong ones are judged on the CPU", async ({
  page,
}) => {
  await openHalfFloats(page);
  const right = await gradeInPage(page, { source: programText("solution.ts"), deadlineMs: 60_000 });
  expect(right).toMatchObject({ status: "pass", backend: "cpu", precision: "float32" });
  const start = await gradeInPage(page, { source: programText("start.ts"), deadlineMs: 60_000 });
  expect(start).toMatchObject({ status: "wrong", backend: "cpu", precision: "float32" });
});
