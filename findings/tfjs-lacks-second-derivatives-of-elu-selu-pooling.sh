#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0, cpu: grad of grad.
# Guess: there wherever a first gradient is; softplus, sqrt and erf have theirs.
# Seen: selu and prelu raise "gradient function not found for Greater", max pooling "... for MaxPoolGrad", and elu says
#   that f does not enclose the operations that lead from x to y, though it does. cumprod has no first one.
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

const twice = (f, x) => tf.grad((a) => tf.grad((b) => f(b).sum())(a).sum())(x);
const said = (f, x) => {
  try {
    return values(twice(f, x));
  } catch (error) {
    return error.message;
  }
};
const x = tf.tensor([-1]);
const texts = {
  softplus: said(tf.softplus, tf.tensor([0])),
  selu: said(tf.selu, x),
  prelu: said((a) => tf.prelu(a, tf.scalar(0.1)), x),
  elu: said(tf.elu, x),
  pooling: said((a) => tf.maxPool(a, 2, 2, "valid").square(), tf.ones([1, 2, 2, 1])),
};
console.log(texts);
assert.deepEqual(texts.softplus, [0.25]);
assert.match(texts.selu, /not found for Greater/);
assert.match(texts.prelu, /not found for Greater/);
assert.match(texts.elu, /encloses all operations/);
assert.match(texts.pooling, /not found for MaxPoolGrad/);
JAVASCRIPT
node probe.mjs
