import type { WasmFunction } from "../wasm-module";
import { locals } from "../wasm-module";
import { WasmCode } from "../wasm-code";
import type { LoopReading } from "./loop-operand";
import { SPARE_VECTORS, type VectorOperation } from "../vector-operation";
import type { PlannedBuffer } from "./planned-buffer";
import { firstByte, type PlannedView } from "./planned-view";

const VECTOR = 16;

/** One number for all elements, or numbers in memory. */
export type LoopInput =
  { readonly value: number } | { readonly reading: LoopReading; readonly view: PlannedView };

/** A loop whose result is that of its last operation. */
export interface Loop {
  readonly inputs: readonly LoopInput[];
  /** Each reads values by their place: inputs come first, then the results of the operations. */
  readonly operations: readonly {
    readonly operands: readonly number[];
    readonly write: VectorOperation;
  }[];
  /** Elements of the result, and of each of its lines. */
  readonly size: number;
  readonly line: number;
  readonly to: PlannedBuffer;
}

/**
 * The function of a loop. Its parameter is the address of the step's memory. Vectors reach up to three numbers past the
 * end of a line: into the next one, which is written later, or past the last.
 */
export function loopFunction(name: string, loop: Loop): WasmFunction {
  const code = new WasmCode();
  const [base, each, inLine, ofLine, lineEnd, allEnd] = locals(6);
  const vectors = locals(loop.inputs.length + loop.operations.length, 6);
  const result = vectors[vectors.length - 1];
  const spare = locals(SPARE_VECTORS, 6 + vectors.length);
  const lines = loop.size / loop.line;
  const read = (place: "first" | "line" | "vector"): void =>
    loop.inputs.forEach((input, i) => {
      if (placeOf(input) !== place) return;
      if (!("reading" in input)) code.lanes(bitsOf(input.value));
      else {
        const { kind } = input.reading;
        const offset = firstByte(input.view);
        if (kind === "one") code.get(base).loadSplat(offset);
        else if (kind === "of line") code.get(ofLine).loadSplat(offset);
        else code.get(kind === "each" ? each : inLine).load(offset);
      }
      code.set(vectors[i]);
    });

  code.get(base).set(each).get(base).set(ofLine);
  code
    .get(base)
    .number(lines * 4)
    .i32("add")
    .set(allEnd);
  read("first");
  code.count(ofLine, allEnd, 4, () => {
    read("line");
    code.get(base).set(inLine);
    code
      .get(base)
      .number(loop.line * 4)
      .i32("add")
      .set(lineEnd);
    code.count(inLine, lineEnd, VECTOR, () => {
      read("vector");
      loop.operations.forEach(({ operands, write }, i) => {
        write(
          code,
          operands.map((at) => vectors[at]),
          spare,
        );
        code.set(vectors[loop.inputs.length + i]);
      });
      code.get(each).get(result).flush(spare[0]).store(loop.to.offset);
      code.advance(each, VECTOR);
    });
    const past = (VECTOR - ((loop.line * 4) % VECTOR)) % VECTOR;
    if (past > 0) code.advance(each, -past);
  });
  return { name, parameters: 1, numbers: 5, vectors: vectors.length + SPARE_VECTORS, code };
}

/** When an input is read: once, once a line, or for each vector. */
function placeOf(input: LoopInput): "first" | "line" | "vector" {
  if (!("reading" in input) || input.reading.kind === "one") return "first";
  return input.reading.kind === "of line" ? "line" : "vector";
}

function bitsOf(value: number): number {
  return new Uint32Array(new Float32Array([value]).buffer)[0];
}
