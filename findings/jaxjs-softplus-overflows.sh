#!/usr/bin/env bash
# @jax-js/jax 0.1.25, wasm device: softplus(100) and softplus(-100).
# Guess: 100 and 3.8e-44, as jax.nn.softplus gives (it is logaddexp(x, 0)).
# Seen: Infinity and 0: log(1 + exp(x)) as it stands, so a loss on one large logit is lost.
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
const got = nn.softplus(np.array([100, -100])).js();
console.log(got);
assert.deepEqual(got, [Infinity, 0]);
process.exit(0);
JAVASCRIPT
node probe.mjs
