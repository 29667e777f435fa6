#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: tf.log1p of small numbers on the backends wasm and cpu.
# Guess: as precise as float32 allows on both, which is what log1p is there for.
# Seen: wasm rounds 1 + x first: 0.001 gives 0.00099954697, wrong from the fifth digit on, and 1e-8 gives 0. cpu is right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0
cat >probe.mjs <<'JAVASCRIPT'
import assert from "node:assert";
import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-wasm";

async function worst(backend) {
  await tf.setBackend(backend);
  await tf.ready();
  const x = [0.1, 0.001, 1e-5, 1e-8];
  const values = Array.from(await tf.log1p(tf.tensor(x)).data());
  console.log(backend, values.join(" "));
  return Math.max(...values.map((value, i) => Math.abs(value / Math.log1p(x[i]) - 1)));
}

assert.ok((await worst("cpu")) < 1e-6);
assert.equal(await worst("wasm"), 1);
JAVASCRIPT
node probe.mjs
