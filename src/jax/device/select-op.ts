import { sameShape, sizeOf, type Aval } from "../array/aval";
import { ConcreteArray } from "../array/concrete";
import { withoutDenormals } from "../array/denormals";
import { deviceReluGrad, deviceSelect } from "./device-elementwise";
import { asSimd, lazily, operandValues } from "./elementwise";
import { allocate } from "../array/host-data";
import { prefersDevice } from "./place";
import { dense } from "./shape-ops";

/** Chooses per element; the predicate may be a scalar. */
export function select(
  which: ConcreteArray,
  ifFalse: ConcreteArray,
  ifTrue: ConcreteArray,
  out: Aval,
): ConcreteArray {
  const decided = which.storage.host === null ? null : which.uniform();
  if (decided !== null) return retyped(decided === 0 ? ifFalse : ifTrue, out);
  const size = sizeOf(out.shape);
  const allFloat = ifFalse.dtype === "float32";
  if (allFloat && (prefersDevice(size, which) || prefersDevice(size, ifFalse, ifTrue))) {
    const result = deviceSelect(dense(which), ifFalse, ifTrue, out);
    if (result !== null) return result;
  }
  const predicate = operandValues(dense(which), out.shape);
  const words = out.dtype === "key<fry>" ? 2 : 1;
  const no = words === 2 ? dense(ifFalse).values() : operandValues(ifFalse, out.shape);
  const yes = words === 2 ? dense(ifTrue).values() : operandValues(ifTrue, out.shape);
  const data = allocate(out.dtype, size);
  const noStep = no.length === 1 ? 0 : 1;
  const yesStep = yes.length === 1 ? 0 : 1;
  for (let i = 0; i < data.length; i++)
    data[i] = predicate[words === 2 ? i >> 1 : i] === 0 ? no[i * noStep] : yes[i * yesStep];
  return lazily(out, out.shape, data);
}

function retyped(x: ConcreteArray, out: Aval): ConcreteArray {
  if (x.weak === out.weak) return x;
  return new ConcreteArray(out.shape, out.dtype, out.weak, x.storage, x.base, x.scale);
}

/** t where x > 0, else 0. */
export function reluGrad(x: ConcreteArray, t: ConcreteArray, out: Aval): ConcreteArray {
  const size = sizeOf(out.shape);
  if (prefersDevice(size, x, t)) {
    const result = deviceReluGrad(x, t, out);
    if (result !== null) return result;
  }
  const stored = sameShape(x.stored, out.shape) ? out.shape : x.shape;
  const values = operandValues(x, stored);
  const b = operandValues(t, stored);
  const fast = out.dtype === "float32" ? asSimd("relu_grad", [values, b], size) : null;
  if (fast !== null) return lazily(out, out.shape, fast);
  const a = withoutDenormals(values);
  const aStep = a.length === 1 ? 0 : 1;
  const bStep = b.length === 1 ? 0 : 1;
  const data = allocate(out.dtype, size);
  for (let i = 0; i < size; i++) data[i] = a[i * aStep] > 0 ? b[i * bStep] : 0;
  return lazily(out, out.shape, data);
}
