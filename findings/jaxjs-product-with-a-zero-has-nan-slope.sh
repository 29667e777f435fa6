#!/usr/bin/env bash
# @jax-js/jax 0.1.25, wasm device: the gradient of prod([2, 0, 3]).
# Guess: [0, 6, 0], as in JAX, which does not divide by the factor.
# Seen: [0, NaN, 0].
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
const got = grad((x) => np.prod(x))(np.array([2, 0, 3])).js();
console.log(got);
assert.deepEqual(got, [0, NaN, 0]);
process.exit(0);
JAVASCRIPT
node probe.mjs
