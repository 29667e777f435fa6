import type { JaxArray } from "./array";
import { evalJaxpr } from "./eval-jaxpr";
import { Call, avalOf } from "./jaxpr";
import type { LinearProgram } from "./linear-trace";
import type { linearize, replay } from "./linearize";
import { flags, memo } from "./memo";
import { stage } from "./stage";
import { bindCall } from "./trace";

/** A staged function parted into what can be computed at once and what is linear in the tangents. */
interface Split {
  /** Inputs → outputs, then what the linear part needs. */
  readonly known: Call;
  /** Those values, then the tangents of the wanted inputs → tangents of the outputs that have one. */
  readonly linear: Call;
  readonly hasTangent: readonly boolean[];
}

/** Linearizing, which itself differentiates staged functions by {@link jvpCall}: hence handed in. */
interface Linearizing {
  readonly linearize: typeof linearize;
  readonly replay: typeof replay;
}

/** The derivative of a staged function as two staged functions, made once per set of inputs. */
export function jvpCall(
  by: Linearizing,
  call: Call,
  primals: readonly JaxArray[],
  tangents: readonly (JaxArray | null)[],
): { outs: JaxArray[]; outTangents: (JaxArray | null)[] } {
  const wanted = tangents.map((t) => t !== null);
  const split = memo(call, `jvp:${flags(wanted)}`, () => splitCall(by, call, wanted));
  const results = bindCall(split.known, primals);
  const count = call.outAvals.length;
  const given = tangents.filter((t) => t !== null);
  const moved = split.hasTangent.includes(true)
    ? bindCall(split.linear, [...results.slice(count), ...given])
    : [];
  let next = 0;
  return {
    outs: results.slice(0, count),
    outTangents: split.hasTangent.map((has) => (has ? moved[next++] : null)),
  };
}

function splitCall(by: Linearizing, call: Call, wanted: readonly boolean[]): Split {
  const holder: { program: LinearProgram | null; residuals: JaxArray[] } = {
    program: null,
    residuals: [],
  };
  const avals = call.jaxpr.inputs.map((v) => v.aval);
  const known = stage((args) => {
    const run = (inputs: readonly JaxArray[]): JaxArray[] => evalJaxpr(call.jaxpr, inputs);
    const { outs, program } = by.linearize(run, args, wanted, []);
    holder.program = program;
    holder.residuals = residualsOf(program);
    return [...outs, ...holder.residuals];
  }, avals);
  const { program, residuals } = holder;
  if (program === null) throw new Error("A staged function was not linearized.");
  const count = call.outAvals.length;
  const linear = stage(
    (args) => {
      const given = new Map(residuals.map((x, i) => [x, args[i]]));
      let next = residuals.length;
      const tangents = program.inputs.map((input) => (input === null ? null : args[next++]));
      return by.replay(program, tangents, given).filter((t) => t !== null);
    },
    [
      ...known.outputs.slice(count).map(avalOf),
      ...avals.filter((_, i) => program.inputs[i] !== null),
    ],
  );
  return {
    known: new Call(call.name, known),
    linear: new Call(call.name, linear),
    hasTangent: program.outputs.map((t) => t !== null),
  };
}

/** The traced values that the linear steps read; plain constants stay inside the linear function. */
function residualsOf(program: LinearProgram): JaxArray[] {
  const found = new Set<JaxArray>();
  for (const step of program.steps)
    for (const arg of step.args) if (arg.main !== null && arg.main !== program.main) found.add(arg);
  return [...found];
}
