#!/usr/bin/env bash
# @jax-js/jax 0.1.25, wasm device: tanh(1e-4) and tanh(1e-10).
# Guess: the inputs themselves to seven digits, as JAX gives.
# Seen: 9.99967e-5 and -0: formed from exponentials, so small activations have three right digits or none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @jax-js/jax@0.1.25
cat >probe.mjs <<'JAVASCRIPT'
import assert from "node:assert";

Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true }); // Node 20 has none
const { defaultDevice, grad, init, jit, nn, numpy: np } = await import("@jax-js/jax");
await init("wasm");
defaultDevice("wasm");
const [small, tiny] = np.tanh(np.array([1e-4, 1e-10])).js();
console.log(small, tiny);
assert(Math.abs(small / 1e-4 - 1) > 1e-5 && Math.abs(small / 1e-4 - 1) < 1e-3);
assert.equal(tiny === 0, true);
process.exit(0);
JAVASCRIPT
node probe.mjs
