#!/usr/bin/env bash
# @jax-js/jax 0.1.25, wasm device: sin(1e6) and sin(1e10), angles that a position encoding of raw timestamps meets.
# Guess: -0.34999 and -0.48750..., as JAX computes them after an exact range reduction.
# Seen: -0.36627 and 0.
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
const got = np.sin(np.array([1e6, 1e10])).js();
console.log(got, Math.sin(1e6), Math.sin(1e10));
assert(Math.abs(got[0] - Math.sin(1e6)) > 0.01);
assert.equal(got[1], 0);
process.exit(0);
JAVASCRIPT
node probe.mjs
