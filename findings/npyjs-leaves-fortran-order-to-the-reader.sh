#!/usr/bin/env bash
# npyjs 1.2.0, numpy 2.4.6: np.save of a transposed kernel, which NumPy writes in Fortran order.
# Guess: data in row-major order, so that data and shape fit together as for every other file.
# Seen: shape [3, 2] with the bytes in column order and fortranOrder: true beside them; read row by row the
#   kernel is scrambled. numpy-parser 1.2.3 refuses the same file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "numpy==2.4.6"
venv/bin/python -c 'import numpy as np; np.save("kernel.npy", np.arange(6, dtype=np.float32).reshape(2, 3).T)'
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund npyjs@1.2.0 numpy-parser@1.2.3
cat >probe.mjs <<'JAVASCRIPT'
import assert from "node:assert";
import { readFileSync } from "node:fs";
import * as npyjs from "npyjs";
import * as parser from "numpy-parser";

const file = readFileSync("kernel.npy");
const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
const parse = npyjs.parse ?? ((buffer) => new npyjs.default().parse(buffer));
const read = await parse(bytes);
console.log(read.shape, Array.from(read.data), read.fortranOrder);
assert.deepEqual(read.shape, [3, 2]);
assert.deepEqual(Array.from(read.data), [0, 1, 2, 3, 4, 5]); // row by row it would be 0 3 1 4 2 5
assert.equal(read.fortranOrder, true);
assert.throws(() => (parser.fromArrayBuffer ?? parser.default.fromArrayBuffer)(bytes), /Fortran/);
JAVASCRIPT
node probe.mjs
