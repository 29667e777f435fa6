/** Arithmetic on float32 arrays, four numbers at a time. Denormal operands and results are zeros of their sign, as XLA has them. */
import { WasmCode } from "./wasm-code";
import { locals, type WasmFunction } from "./wasm-module";

/** Operations whose results IEEE 754 fixes to the last bit. */
export const SIMD_BINARY = ["add", "sub", "mul", "div"] as const;
export type SimdBinaryName = (typeof SIMD_BINARY)[number];

/** Addresses of both operands with the bytes from one vector to the next (0 repeats the first), of the result, and its bytes. */
type ElementwiseFunction = (
  a: number,
  aStep: number,
  b: number,
  bStep: number,
  to: number,
  bytes: number,
) => void;
export type ElementwiseKernel = Readonly<Record<SimdBinaryName, ElementwiseFunction>>;

const VECTOR = 16;

/** {@link ElementwiseKernel}'s functions; bytes are counted up to a whole vector. */
export function elementwiseFunctions(): WasmFunction[] {
  return SIMD_BINARY.map((name) => {
    const code = new WasmCode();
    const [a, aStep, b, bStep, to, bytes, at] = locals(7);
    const spare = 7;
    code.count(at, bytes, VECTOR, () => {
      code.get(to).get(at).i32("add");
      code.get(a).load().flush(spare).get(b).load().flush(spare);
      code.f32x4(name).flush(spare).store();
      code.get(a).get(aStep).i32("add").set(a);
      code.get(b).get(bStep).i32("add").set(b);
    });
    return { name, parameters: 6, numbers: 1, vectors: 1, code };
  });
}
