#!/usr/bin/env bash
# @jax-js/loaders 0.1.1: toNested of the tensors a.0.w and a.2.w, a checkpoint with one layer left out.
# Guess: fromNested gives the same two names back.
# Seen: three names, a.0.w, a.1 and a.2.w: numbers become places of an array, and the gap becomes a tensor
#   that is undefined.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @jax-js/loaders@0.1.1 @jax-js/jax@0.1.25
cat >probe.mjs <<'JAVASCRIPT'
import assert from "node:assert";
import { safetensors } from "@jax-js/loaders";

const names = Object.keys(safetensors.fromNested(safetensors.toNested({ "a.0.w": 1, "a.2.w": 2 })));
console.log(names);
assert.deepEqual(names, ["a.0.w", "a.1", "a.2.w"]);
process.exit(0);
JAVASCRIPT
node probe.mjs
