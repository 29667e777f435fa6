import { tupleText, type Shape } from "../array/aval";
import { Var, type Atom, type Equation } from "./jaxpr";
import { unitAxes, type UnitAxes } from "./unit-axes";

type Params = readonly (readonly [name: string, value: string])[];

function list(axes: Shape): string {
  return `[${axes.join(", ")}]`;
}

function shapeOf(atom: Atom): Shape {
  return atom instanceof Var ? atom.aval.shape : atom.literal.shape;
}

function unitAxesOf(equation: Equation): UnitAxes | null {
  if (equation.prim !== "reshape" || equation.params.asked === true) return null;
  return unitAxes(shapeOf(equation.inputs[0]), equation.params.shape);
}

/** What JAX calls the operation. */
export function primitiveName(equation: Equation): string {
  return unitAxesOf(equation)?.name ?? equation.prim;
}

/** A primitive's parameters under JAX's names and in JAX's order. */
export function primitiveParams(equation: Equation): Params {
  switch (equation.prim) {
    case "integer_pow":
      return [["y", String(equation.params.y)]];
    case "dot_general": {
      const { lhsContract, rhsContract, lhsBatch, rhsBatch } = equation.params;
      const numbers = `((${list(lhsContract)}, ${list(rhsContract)}), (${list(lhsBatch)}, ${list(rhsBatch)}))`;
      return [
        ["dimension_numbers", numbers],
        ["preferred_element_type", equation.outs[0].aval.dtype],
      ];
    }
    case "broadcast_in_dim":
      return equation.params.dims.length === 0
        ? []
        : [["broadcast_dimensions", tupleText(equation.params.dims)]];
    case "reshape": {
      const units = unitAxesOf(equation);
      if (units !== null) {
        const label = units.name === "squeeze" ? "dimensions" : "broadcast_dimensions";
        return units.name === "broadcast_in_dim" && units.dims.length === 0
          ? []
          : [[label, tupleText(units.dims)]];
      }
      return [
        ["dimensions", "None"],
        ["new_sizes", tupleText(equation.params.shape)],
        ["sharding", "None"],
      ];
    }
    case "transpose":
      return [["permutation", tupleText(equation.params.permutation)]];
    case "reduce_sum":
      return [
        ["axes", tupleText(equation.params.axes)],
        ["out_sharding", "None"],
      ];
    case "reduce_max":
    case "reduce_prod":
    case "reduce_min":
    case "reduce_and":
    case "reduce_or":
      return [["axes", tupleText(equation.params.axes)]];
    case "argmax":
    case "argmin":
      return [
        ["axes", tupleText([equation.params.axis])],
        ["index_dtype", "int32"],
      ];
    case "cumsum":
      return [
        ["axis", String(equation.params.axis)],
        ["reverse", equation.params.reverse ? "True" : "False"],
      ];
    case "concatenate":
      return [["dimension", String(equation.params.dimension)]];
    case "slice": {
      const { start, limit, strides } = equation.params;
      return [
        ["limit_indices", tupleText(limit)],
        ["start_indices", tupleText(start)],
        ["strides", strides.every((step) => step === 1) ? "None" : tupleText(strides)],
      ];
    }
    case "pad": {
      const config = equation.params.config.map(tupleText);
      return [
        ["padding_config", config.length === 1 ? `(${config[0]},)` : `(${config.join(", ")})`],
      ];
    }
    case "gather":
      return [["axis", String(equation.params.axis)]];
    case "scatter":
      return [
        ["axis", String(equation.params.axis)],
        ["kind", equation.params.kind],
      ];
    case "iota":
      return [
        ["dimension", String(equation.params.dimension)],
        ["dtype", equation.params.dtype],
        ["shape", tupleText(equation.params.shape)],
        ["sharding", "None"],
      ];
    case "convert_element_type":
      return [
        ["new_dtype", equation.params.dtype],
        ["weak_type", equation.params.weak ? "True" : "False"],
      ];
    case "rev":
      return [["dimensions", tupleText(equation.params.dimensions)]];
    default:
      return [];
  }
}
