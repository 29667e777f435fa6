#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0, cpu: the gradient of abs at 0.
# Guess: 0, as in JAX, torch and TensorFlow.
# Seen: -1. L1 regularisation pushes weights that are exactly zero.
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

const slope = values(tf.grad((x) => tf.abs(x).sum())(tf.tensor([0, 2, -2])));
console.log(slope);
assert.deepEqual(slope, [-1, 1, -1]);
JAVASCRIPT
node probe.mjs
