/** The freeze lab repeats a step that the learner's program itself defines, in both languages. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { chooseLanguage, openLesson, writeSource } from "./support/lesson-page";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const PYTHON = `import jax
import jax.numpy as jnp
import flax.linen as nn

def update(nnx_params, linen_params, x, y, lr):
    def loss(nnx_params, linen_params):
        h = jax.nn.relu(x @ nnx_params["kernel"] + nnx_params["bias"])
        return jnp.mean((nn.Dense(features=1).apply(linen_params, h) - y) ** 2)
    g = jax.grad(loss, argnums=(0, 1))(nnx_params, linen_params)
    sgd = lambda p, g: p - lr * g
    return jax.tree.map(sgd, nnx_params, g[0]), linen_params
`;

const TYPESCRIPT = `import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";

export function update(nnxParams: any, linenParams: any, x: any, y: any, lr: number) {
  const loss = (nnxParams: any, linenParams: any) => {
    const h = jax.nn.relu(x.matmul(nnxParams.kernel).add(nnxParams.bias));
    return jnp.mean(new nn.Dense({ features: 1 }).apply(linenParams, h).sub(y).pow(2));
  };
  const [, grads] = jax.grad(loss, { argnums: [0, 1] })(nnxParams, linenParams);
  return [nnxParams, jax.tree.map((p: any, g: any) => p.sub(g.mul(lr)), linenParams, grads)];
}
`;

test("a program's own update runs in the sandbox, and says when it is not of this setting", async ({
  page,
}) => {
  await openLesson(page, "./#/lesson/figure/freeze-lab?lr=0.1");
  const lab = page.locator("#figure-freeze-lab");
  const own = lab.locator(".freeze-own");
  const ending = (name: string) => lab.locator("tbody tr", { hasText: name }).locator("td").last();

  await writeSource(page, PYTHON);
  await lab.getByRole("button", { name: "As my code moves" }).click();
  await expect(own).toContainText("ran here, step after step", { timeout: 90_000 });
  await expect(own).not.toContainText("Time was up");
  await lab.getByText("Best and final losses").click();
  await expect(ending("Yours")).toHaveText("0.1890");
  await expect(ending("NNX only")).toHaveText("0.1890");

  await lab.getByRole("slider", { name: "Learning rate" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(own).toContainText("has not run at this setting");
  await expect(lab.locator("tbody tr", { hasText: "Yours" })).toHaveCount(0);
  await page.keyboard.press("ArrowLeft");
  await expect(ending("Yours")).toHaveText("0.1890");

  await writeSource(page, PYTHON.replace("linen_params\n", "None\n"));
  await own.getByRole("button", { name: "Run it here" }).focus();
  await page.keyboard.press("Enter");
  await expect(own).toContainText("update raised", { timeout: 90_000 });

  await chooseLanguage(page, "TS");
  await writeSource(page, TYPESCRIPT);
  await own.getByRole("button", { name: "Run it here" }).click();
  await expect(own).toContainText("ran here, step after step", { timeout: 90_000 });
  await expect(ending("Yours")).toHaveText("0.0748");
  const { violations } = await new AxeBuilder({ page }).include("#figure-freeze-lab").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
