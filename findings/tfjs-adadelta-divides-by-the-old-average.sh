#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0, cpu: the first step of tf.train.adadelta(0.1) from 1 with gradient 0.5.
# Guess: 0.99968, as in the paper and optax.adadelta: the running average takes this gradient in first.
# Seen: 0.95. The step divides by the average from before this gradient, which is zero, so both roots are
#   sqrt(epsilon) and the first step is plain gradient descent.
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

const weight = tf.variable(tf.tensor([1]));
tf.train.adadelta(0.1).applyGradients({ [weight.name]: tf.tensor([0.5]) });
console.log(values(weight));
assert(Math.abs(values(weight)[0] - 0.95) < 1e-6);
JAVASCRIPT
node probe.mjs
