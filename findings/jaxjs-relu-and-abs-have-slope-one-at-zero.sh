#!/usr/bin/env bash
# @jax-js/jax 0.1.25, wasm device: gradients of relu, abs and maximum(x, 0) at 0.
# Guess: 0, 0 and 0.5, JAX's values.
# Seen: 1, 1 and 1. The gradient of max over [1, 1] is shared as in JAX, so ties are not treated alike.
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
const at = (f) => grad((x) => f(x).sum())(np.array([0])).js()[0];
const got = [at((x) => nn.relu(x)), at((x) => np.abs(x)), at((x) => np.maximum(x, 0))];
const shared = grad((x) => np.max(x))(np.array([1, 1])).js();
console.log(got, shared);
assert.deepEqual(got, [1, 1, 1]);
assert.deepEqual(shared, [0.5, 0.5]);
process.exit(0);
JAVASCRIPT
node probe.mjs
