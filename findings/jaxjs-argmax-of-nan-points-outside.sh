#!/usr/bin/env bash
# @jax-js/jax 0.1.25, wasm device: argmax([1, NaN, 3]).
# Guess: 1, the place of the NaN, as in JAX; or 2, skipping it.
# Seen: 3, which is no index of the array.
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
const got = np.argmax(np.array([1, NaN, 3])).js();
console.log(got);
assert.equal(got, 3);
process.exit(0);
JAVASCRIPT
node probe.mjs
