import { unsigned, type Local, type WasmCode } from "./wasm-code";

/** A function without a result, all of whose parameters are whole numbers of 32 bits (addresses, counts). */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  /** Locals after the parameters: so many whole numbers, then so many of 128 bits. */
  readonly numbers: number;
  readonly vectors: number;
  readonly code: WasmCode;
}

const I32 = 0x7f;
const V128 = 0x7b;
const HEADER = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** A function of another module, called by its index; see {@link WasmFunction}. */
export type ImportedFunction = Pick<WasmFunction, "name" | "parameters">;

/**
 * A module that takes its memory as `env.memory`, and functions of other modules by name beside it, and gives its
 * functions by name.
 */
export function wasmModule(
  functions: readonly WasmFunction[],
  imported: readonly ImportedFunction[] = [],
): Uint8Array<ArrayBuffer> {
  const types = [...imported, ...functions].map(({ parameters }) => [
    0x60,
    ...vector(new Array<number[]>(parameters).fill([I32])),
    0,
  ]);
  const memory = [...text("env"), ...text("memory"), 0x02, 0x00, 1];
  const imports = imported.map(({ name }, i) => [
    ...text("env"),
    ...text(name),
    0x00,
    ...unsigned(i),
  ]);
  const first = imported.length;
  const exported = functions.map(({ name }, i) => [...text(name), 0x00, ...unsigned(first + i)]);
  return new Uint8Array([
    ...HEADER,
    ...section(1, vector(types)),
    ...section(2, vector([...imports, memory])),
    ...section(3, vector(functions.map((_, i) => unsigned(first + i)))),
    ...section(7, vector(exported)),
    ...section(10, vector(functions.map(bodyOf))),
  ]);
}

function bodyOf({ numbers, vectors, code }: WasmFunction): number[] {
  const locals = [
    [...unsigned(numbers), I32],
    [...unsigned(vectors), V128],
  ];
  const body = [...vector(locals), ...code.bytes, 0x0b];
  return [...unsigned(body.length), ...body];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): number[] {
  return vector([...value].map((character) => [character.charCodeAt(0)]));
}

/** The locals of a function in their order: its parameters, then numbers, then vectors. */
export function locals(count: number, from = 0): Local[] {
  return Array.from({ length: count }, (_, i) => from + i);
}
