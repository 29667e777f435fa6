#!/usr/bin/env bash
# @jax-js/jax 0.1.25, wasm device: an `if` on a traced comparison under jit.
# Guess: an error like JAX's TracerBoolConversionError.
# Seen: a tracer is an object and so always true: the first branch is compiled in, for every input.
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
const sign = jit((x) => (np.greater(x, 0) ? np.array([1]) : np.array([-1])));
const got = sign(np.array([-5])).js();
console.log(got);
assert.deepEqual(got, [1]);
process.exit(0);
JAVASCRIPT
node probe.mjs
