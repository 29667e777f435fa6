/** Elementwise operations on float32 arrays, four numbers at a time. Denormal operands and results are zeros of their sign, as XLA has them. */
import { SPARE_VECTORS } from "./vector-operation";
import { VECTOR_OPERATIONS } from "./vector-operations";
import { WasmCode } from "./wasm-code";
import { locals, type WasmFunction } from "./wasm-module";

/** The operations, by the number of their operands. */
export const SIMD_ARITY = {
  sqrt: 1,
  square: 1,
  relu: 1,
  exp: 1,
  log: 1,
  log1p: 1,
  logistic: 1,
  tanh: 1,
  add: 2,
  sub: 2,
  mul: 2,
  div: 2,
  max: 2,
  min: 2,
  relu_grad: 2,
} as const;
export type SimdName = keyof typeof SIMD_ARITY;
const NAMES = Object.keys(SIMD_ARITY) as SimdName[];

/**
 * For each operand its address and the bytes from one vector to the next (0 repeats the first); then the address of the
 * result, and its bytes, which are counted up to a whole vector.
 */
type ElementwiseFunction = (...numbers: readonly number[]) => void;
export type ElementwiseKernel = Readonly<Record<SimdName, ElementwiseFunction>>;

/** The operand that an operation passes on as it is, denormal or not. */
const PASSED_ON: { readonly [N in SimdName]?: number } = { relu_grad: 1 };

const VECTOR = 16;

/** {@link ElementwiseKernel}'s functions. */
export function elementwiseFunctions(): WasmFunction[] {
  return NAMES.map((name) => {
    const write = VECTOR_OPERATIONS[name];
    if (write === undefined) throw new Error(`There are no instructions for ${name}.`);
    const arity = SIMD_ARITY[name];
    const parameters = 2 * arity + 2;
    const operands = locals(arity).map((i) => ({ address: 2 * i, step: 2 * i + 1 }));
    const [to, bytes, at] = locals(3, 2 * arity);
    const vectors = locals(arity, parameters + 1);
    const spare = locals(SPARE_VECTORS, parameters + 1 + arity);
    const code = new WasmCode();
    code.count(at, bytes, VECTOR, () => {
      code.get(to).get(at).i32("add");
      operands.forEach(({ address, step }, i) => {
        code.get(address).load();
        if (i !== PASSED_ON[name]) code.flush(spare[0]);
        code.set(vectors[i]);
        code.get(address).get(step).i32("add").set(address);
      });
      write(code, vectors, spare);
      if (!(name in PASSED_ON)) code.flush(spare[0]);
      code.store();
    });
    return { name, parameters, numbers: 1, vectors: arity + SPARE_VECTORS, code };
  });
}
