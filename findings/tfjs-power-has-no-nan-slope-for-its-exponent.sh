#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0, cpu: the gradient of pow(a, b) with respect to b at a = -2, b = 2.
# Guess: NaN, since it is a^b log(a); JAX gives NaN.
# Seen: 0. A learned exponent over negative inputs stands still without any sign of trouble.
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

const [base, exponent] = tf.grads((a, b) => tf.pow(a, b).sum())([tf.tensor([-2]), tf.tensor([2])]).flatMap(values);
console.log(base, exponent);
assert.equal(base, -4);
assert.equal(exponent, 0);
JAVASCRIPT
node probe.mjs
