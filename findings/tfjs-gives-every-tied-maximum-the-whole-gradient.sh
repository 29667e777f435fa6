#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0, cpu: gradients where values are equal.
# Guess: shared, as in JAX: max of two ones gives [0.5, 0.5], minimum(a, b) at a = b gives 0.5 to each.
# Seen: max gives 1 to every tied entry (the sum is 2), minimum and maximum give 1 to the first operand and 0 to the
#   second. Only max pooling picks one entry.
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

const tied = values(tf.grad((x) => tf.max(x))(tf.tensor([1, 1])));
const pair = (f) => tf.grads((a, b) => f(a, b).sum())([tf.tensor([1]), tf.tensor([1])]).flatMap(values);
const pooled = values(tf.grad((x) => tf.maxPool(x, 2, 2, "valid").sum())(tf.ones([1, 2, 2, 1])));
console.log(tied, pair(tf.minimum), pair(tf.maximum), pooled);
assert.deepEqual(tied, [1, 1]);
assert.deepEqual(pair(tf.minimum), [1, 0]);
assert.deepEqual(pair(tf.maximum), [1, 0]);
assert.deepEqual(pooled, [1, 0, 0, 0]);
JAVASCRIPT
node probe.mjs
