#!/usr/bin/env bash
# @jax-js/jax 0.1.25, wasm device: logsumexp([-inf, -inf]), a row in which everything is masked.
# Guess: -inf, as in JAX, which takes a finite maximum out first.
# Seen: NaN, from -inf minus -inf.
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
const got = nn.logsumexp(np.array([-Infinity, -Infinity])).js();
console.log(got);
assert(Number.isNaN(got));
process.exit(0);
JAVASCRIPT
node probe.mjs
