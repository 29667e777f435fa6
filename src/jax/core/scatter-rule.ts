import { NotImplementedError } from "../base/errors";
import type { JaxArray } from "../array/array";
import { ConcreteArray } from "../array/concrete";
import { binaryOp, convert, div, fullLike, mul } from "./ops";
import type { ParamsOf, ScatterKind } from "../array/primitives";
import { bind } from "./trace";

type Params = ParamsOf["scatter"];

/** The tangent of a scatter; a null tangent is zero. At least one is not. */
export function scatterRule(
  primals: readonly JaxArray[],
  tangents: readonly (JaxArray | null)[],
  params: Params,
): readonly [JaxArray, JaxArray | null] {
  const [x, indices, updates] = primals;
  const [tx, , tu] = tangents;
  const out = bind("scatter", primals, params);
  switch (params.kind) {
    case "set":
    case "add": {
      const [base, change] = [tx ?? fullLike(x, 0), tu ?? fullLike(updates, 0)];
      return [out, bind("scatter", [base, indices, change], params)];
    }
    case "mul":
      return [out, mulTangent(x, indices, updates, [tx, tu], params)];
    case "min":
    case "max":
      return [out, extremeTangent(out, primals, [tx, tu], params)];
  }
}

function withKind(params: Params, kind: ScatterKind): Params {
  return { ...params, kind };
}

/** d(x·∏u) = dx·∏u + Σ x·du, the second for places that are named once. */
function mulTangent(
  x: JaxArray,
  indices: JaxArray,
  updates: JaxArray,
  [tx, tu]: readonly (JaxArray | null)[],
  params: Params,
): JaxArray {
  const base = tx === null ? fullLike(x, 0) : bind("scatter", [tx, indices, updates], params);
  if (tu === null) return base;
  if (indices instanceof ConcreteArray && hasRepeats(indices))
    throw new NotImplementedError(
      "scatter_mul gradients are only implemented if `unique_indices=True`",
    );
  const old = bind("gather", [x, indices], { axis: params.axis });
  return bind("scatter", [base, indices, mul(old, tu)], withKind(params, "add"));
}

function hasRepeats(indices: ConcreteArray): boolean {
  const values = indices.values();
  return new Set(values).size < values.length;
}

/** All operands that reach the extreme share the tangent in equal parts. */
function extremeTangent(
  out: JaxArray,
  [x, indices, updates]: readonly JaxArray[],
  [tx, tu]: readonly (JaxArray | null)[],
  params: Params,
): JaxArray {
  const reached = bind("gather", [out, indices], { axis: params.axis });
  const ofX = convert(binaryOp("eq", x, out), x.dtype, x.weak);
  const ofUpdates = convert(binaryOp("eq", updates, reached), x.dtype, x.weak);
  const summed = withKind(params, "add");
  const shares = bind("scatter", [ofX, indices, ofUpdates], summed);
  const base = tx === null ? fullLike(x, 0) : mul(tx, ofX);
  const change = tu === null ? fullLike(updates, 0) : mul(tu, ofUpdates);
  const total = bind("scatter", [base, indices, change], summed);
  return div(total, shares);
}
