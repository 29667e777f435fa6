import type { JaxArray } from "../array/array";
import { tupleText, type Shape } from "../array/aval";
import { isWrittenToBeRead } from "../core/named-step";
import { broadcastTo, convert, reshape } from "../core/ops";
import { promoteAll, promoteToInexact, type AbstractType } from "../base/dtype";
import { ValueError } from "../base/errors";

/** An operand in the common type: if that is weak, the operand becomes weak with it, as in JAX. */
function cast(x: JaxArray, { dtype, weak }: AbstractType): JaxArray {
  return x.dtype === dtype && !weak ? x : convert(x, dtype, weak);
}

/** Operands in their common dtype. */
export function promoted(args: readonly JaxArray[]): JaxArray[] {
  const [first] = args;
  if (isWrittenToBeRead()) {
    const { dtype, weak } = promoteAll(args);
    return args.map((x) => convert(x, dtype, weak));
  }
  if (args.every((x) => x.dtype === first.dtype)) return [...args];
  const type = promoteAll(args);
  return args.map((x) => cast(x, type));
}

/** Operands in their common floating dtype. */
export function promotedInexact(args: readonly JaxArray[]): JaxArray[] {
  const type = promoteToInexact(promoteAll(args));
  return args.map((x) => cast(x, type));
}

function incompatible(shapes: readonly Shape[]): ValueError {
  return new ValueError(
    `Incompatible shapes for broadcasting: shapes=[${shapes.map(tupleText).join(", ")}]`,
  );
}

/** The shape to which shapes of any ranks broadcast; raises JAX's ValueError if there is none. */
export function commonShape(shapes: readonly Shape[]): Shape {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  const result = new Array<number>(rank).fill(1);
  for (const shape of shapes)
    shape.forEach((n, i) => {
      const at = i + rank - shape.length;
      if (n === 1 || result[at] === n) return;
      if (result[at] !== 1) throw incompatible(shapes);
      result[at] = n;
    });
  return result;
}

/**
 * Two operands as the primitives take them: equal ranks, or one of them a scalar. Of equal ranks the
 * primitive itself checks the shapes, with its own text.
 */
export function ranked(x: JaxArray, y: JaxArray): [JaxArray, JaxArray] {
  const a = x.shape.length;
  const b = y.shape.length;
  if (a === b || a === 0 || b === 0) return [x, y];
  commonShape([x.shape, y.shape]);
  return a < b ? [lifted(x, b), y] : [x, lifted(y, a)];
}

function lifted(x: JaxArray, rank: number): JaxArray {
  return reshape(x, [...new Array<number>(rank - x.shape.length).fill(1), ...x.shape]);
}

/** Operands repeated to their common shape. */
export function broadcasted(args: readonly JaxArray[]): JaxArray[] {
  const shape = commonShape(args.map((x) => x.shape));
  return args.map((x) => broadcastTo(x, shape));
}
