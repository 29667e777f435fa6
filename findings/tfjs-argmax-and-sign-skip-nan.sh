#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0, cpu: argMax([1, NaN, 3]) and sign(NaN).
# Guess: 1 and NaN, as in JAX and NumPy; tf.max of the same values is NaN.
# Seen: 2 and 0. An accuracy computed by argMax looks fine while the loss beside it is NaN.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @tensorflow/tfjs@4.22.0
cat >probe.mjs <<'JAVASCRIPT'
import assert from "node:assert";
import * as tf from "@tensorflow/tfjs";

await tf.setBackend("cpu");
const values = (tensor) => Array.from(tensor.dataSync());

const scores = tf.tensor([1, NaN, 3]);
console.log(values(tf.argMax(scores)), values(tf.max(scores)), values(tf.sign(tf.tensor([NaN]))));
assert.deepEqual(values(tf.argMax(scores)), [2]);
assert.deepEqual(values(tf.max(scores)), [NaN]);
assert.deepEqual(values(tf.sign(tf.tensor([NaN]))), [0]);
JAVASCRIPT
node probe.mjs
