import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

it.each(["no-such-python", process.execPath])("stops with words where %s has no JAX", (python) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ["scripts/parity.mjs"], {
    encoding: "utf8",
    env: { ...process.env, PYTHON: python },
  });
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr.trim()).toBe(
    `${python} has no JAX, Flax and Optax. Install them as CONTRIBUTING.md says, or name a Python: PYTHON=… npm run parity`,
  );
});
