#!/usr/bin/env bash
# @jax-js/jax 0.1.25, wasm device: the sum of a million float32 0.1.
# Guess: within a few units of 100,000, since XLA's CPU sums in several accumulators.
# Seen: 100958.34, one running float32 sum: almost one per cent off.
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
const got = np.sum(np.full([1_000_000], 0.1)).js();
console.log(got);
assert(got > 100_900 && got < 101_000);
process.exit(0);
JAVASCRIPT
node probe.mjs
