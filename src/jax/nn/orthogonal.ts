/** Initialisers of orthogonal weights. Saxe et al. 2013; for convolutions Xiao et al. 2018. */
import type { JaxArray } from "../array/array";
import { sizeOf, type Shape } from "../array/aval";
import { ValueError } from "../base/errors";
import { named } from "../base/named";
import { zeros } from "../numpy/creation";
import { moveaxis, reshape } from "../numpy/shaping";
import { checkFloat, checkShape } from "../random/draw";
import { orthogonal as draw } from "../random/orthogonal";
import type { Initializer } from "./initializer";

/**
 * Weights whose columns along `columnAxis` are orthonormal (the rows where there are fewer), times `scale`.
 * ValueError for fewer than two axes.
 */
export function orthogonal(scale = 1, columnAxis = -1, dtype = "float32"): Initializer {
  return named("init", (key, lengths, ownDType = dtype) => {
    const shape = checkShape(lengths);
    checkFloat("orthogonal", ownDType);
    if (shape.length < 2)
      throw new ValueError("orthogonal initializer requires at least a 2D shape");
    if (sizeOf(shape) === 0) return zeros(shape);
    const axis = columnAxis < 0 ? columnAxis + shape.length : columnAxis;
    const columns = shape[axis];
    const rows = shape.filter((_, i) => i !== axis);
    const flat = draw(key as JaxArray, sizeOf(rows), [], null, columns);
    return moveaxis(reshape(flat, [...rows, columns]), -1, axis).mul(scale);
  });
}

/**
 * Weights of a convolution that are zero but for the kernel's middle, which is orthogonal. ValueError for shapes of
 * other than 3, 4 or 5 axes, and for more inputs than outputs.
 */
export function deltaOrthogonal(scale = 1, columnAxis = -1, dtype = "float32"): Initializer {
  const middle = orthogonal(scale, columnAxis, dtype);
  return named("init", (key, lengths, ownDType = dtype) => {
    const shape: Shape = checkShape(lengths);
    if (![3, 4, 5].includes(shape.length))
      throw new ValueError("Delta orthogonal initializer requires a 3D, 4D or 5D shape.");
    const [inputs, outputs] = shape.slice(-2);
    if (outputs < inputs) throw new ValueError("`fan_in` must be less or equal than `fan_out`. ");
    const place = shape.slice(0, -2).map((length) => Math.floor((length - 1) / 2));
    return zeros(shape)
      .at(...place)
      .set(middle(key, [inputs, outputs], ownDType));
  });
}
