import { DOT_PARAMETERS } from "../dot-kernel";
import { REDUCTIONS, type ReductionFunction } from "../reduce-kernel";
import { WasmCode } from "../wasm-code";
import { wasmModule, type WasmFunction } from "../wasm-module";
import { copyFunction } from "./copy-function";
import { loopFunction, type Loop } from "./loop-function";
import { dotCalls, type KernelCall, type PlannedDot } from "./planned-dot";
import { firstByte, type PlannedView } from "./planned-view";
import type { PlannedBuffer } from "./planned-buffer";

/** Reduces [lines, length] along its last axis, or [length, lines] across its first one. */
export interface PlannedReduction {
  readonly name: ReductionFunction;
  readonly from: PlannedView;
  readonly to: PlannedBuffer;
  readonly lines: number;
  readonly length: number;
}

/** What a planned step does without JavaScript. */
export type PlannedRow =
  | { readonly kind: "loop"; readonly loop: Loop }
  | { readonly kind: "copy"; readonly view: PlannedView; readonly to: PlannedBuffer }
  | { readonly kind: "reduce"; readonly reduction: PlannedReduction }
  | { readonly kind: "dot"; readonly dot: PlannedDot };

/** The kernels that a step may call, with the numbers of their parameters. */
const KERNELS = { ...DOT_PARAMETERS, ...REDUCTIONS } as const;
type KernelName = keyof typeof KERNELS;
const IMPORTED = Object.entries(KERNELS).map(([name, parameters]) => ({ name, parameters }));
const INDEX = new Map(Object.keys(KERNELS).map((name, index) => [name, index]));

/** The name of a segment's function. */
export function segmentName(index: number): string {
  return `s${index}`;
}

/**
 * The module of a step: a function for each segment, which takes the address of the step's memory and runs its rows in
 * order. It calls the kernels of the engine's module. Buffers have been placed.
 */
export function stepModule(segments: readonly (readonly PlannedRow[])[]): Uint8Array<ArrayBuffer> {
  const functions: WasmFunction[] = [];
  const own = (written: WasmFunction): number => IMPORTED.length + functions.push(written) - 1;
  const bodies = segments.map((rows) => {
    const code = new WasmCode();
    for (const row of rows) {
      if (row.kind === "loop")
        code.get(0).call(own(loopFunction(`f${functions.length}`, row.loop)));
      else if (row.kind === "copy")
        code.get(0).call(own(copyFunction(`f${functions.length}`, row.view, row.to)));
      else if (row.kind === "reduce") call(code, reductionCall(row.reduction));
      else for (const kernel of dotCalls(row.dot)) call(code, kernel);
    }
    return code;
  });
  bodies.forEach((code, i) =>
    own({ name: segmentName(i), parameters: 1, numbers: 0, vectors: 0, code }),
  );
  return wasmModule(functions, IMPORTED);
}

function reductionCall({
  name,
  from,
  to,
  lines,
  length,
}: PlannedReduction): KernelCall<KernelName> {
  const addresses = [{ address: firstByte(from) }, { address: to.offset }];
  return { name, numbers: [...addresses, lines, length] };
}

function call(code: WasmCode, { name, numbers }: KernelCall<KernelName>): void {
  for (const number of numbers)
    if (typeof number === "number") code.number(number);
    else code.get(0).number(number.address).i32("add");
  const index = INDEX.get(name);
  if (index === undefined) throw new Error(`There is no kernel ${name}.`);
  code.call(index);
}
