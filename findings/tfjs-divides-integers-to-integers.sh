#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0, cpu: div of int32 5 by int32 2, and int32 cast of 3e9.
# Guess: 2.5 as float32 (JAX's and TensorFlow's true division); the cast stops at 2147483647 as JAX's does.
# Seen: int32 2, and -1294967296. tf.mean of int32 is float32, so only div is integer.
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

const int = (value) => tf.tensor([value], undefined, "int32");
const ratio = tf.div(int(5), int(2));
const cast = values(tf.cast(tf.tensor([3e9]), "int32"));
console.log(ratio.dtype, values(ratio), cast);
assert.equal(ratio.dtype, "int32");
assert.deepEqual(values(ratio), [2]);
assert.deepEqual(cast, [-1294967296]);
JAVASCRIPT
node probe.mjs
