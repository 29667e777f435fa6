import type { JaxArray } from "./array";
import { filled } from "./concrete";
import { evalJaxpr } from "./eval-jaxpr";
import { Call } from "./jaxpr";
import { LinearTrace, LinearTracer } from "./linear-trace";
import type { transposeProgram } from "./linearize";
import { flags, memo } from "./memo";
import { stage } from "./stage";
import { bindCall, withMain } from "./trace";

/**
 * Cotangents of the linear arguments of a staged linear function; null for the other arguments.
 * `transpose` runs a linear program backwards; it is handed in because it uses this function itself.
 */
export function transposeCall(
  transpose: typeof transposeProgram,
  call: Call,
  cts: readonly (JaxArray | null)[],
  args: readonly JaxArray[],
  linear: readonly boolean[],
): (JaxArray | null)[] {
  const back = memo(call, `transpose:${flags(linear)}`, () =>
    backwardCall(transpose, call, linear),
  );
  const known = args.filter((_, i) => !linear[i]);
  const seeds = cts.map((ct, i) => ct ?? zerosOf(call, i));
  const results = bindCall(back, [...known, ...seeds]);
  let next = 0;
  return linear.map((isLinear) => (isLinear ? results[next++] : null));
}

function zerosOf(call: Call, i: number): JaxArray {
  const { shape, dtype, weak } = call.outAvals[i];
  return filled(shape, dtype, weak, 0);
}

function backwardCall(
  transpose: typeof transposeProgram,
  call: Call,
  linear: readonly boolean[],
): Call {
  const avals = call.jaxpr.inputs.map((v) => v.aval);
  const knownAvals = avals.filter((_, i) => !linear[i]);
  const linearAvals = avals.filter((_, i) => linear[i]);
  const jaxpr = stage(
    (values) => {
      const program = withMain(
        "linearize",
        (main) => new LinearTrace(main),
        false,
        (main) => {
          let next = 0;
          const inputs = avals.map((aval, i) => (linear[i] ? new LinearTracer(main, aval) : null));
          const args = inputs.map((tracer) => tracer ?? values[next++]);
          const outputs = evalJaxpr(call.jaxpr, args);
          const { trace } = main;
          return { main, inputs, steps: trace instanceof LinearTrace ? trace.steps : [], outputs };
        },
      );
      const cts = transpose(program, values.slice(knownAvals.length));
      const wanted = cts.filter((_, i) => linear[i]);
      return wanted.map((ct, i) => {
        const { shape, dtype, weak } = linearAvals[i];
        return ct ?? filled(shape, dtype, weak, 0);
      });
    },
    [...knownAvals, ...call.outAvals],
  );
  return new Call(call.name, jaxpr);
}
