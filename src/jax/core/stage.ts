import type { DType } from "../dtype";
import { abstractRules } from "./abstract";
import type { JaxArray } from "./array";
import type { Aval, Shape } from "./aval";
import { ConcreteArray } from "./concrete";
import { Var, type AnyEquation, type Atom, type Call, type Jaxpr } from "./jaxpr";
import type { FlatFunction } from "./linearize";
import type { ParamsOf, Primitive } from "./primitives";
import { leaked, Tracer, withMain, type Main, type Trace } from "./trace";

/** A value without numbers, while a function is staged. */
export class JaxprTracer extends Tracer {
  static override readonly pythonName: string = "JitTracer";
  constructor(
    main: Main,
    readonly variable: Var,
    shape: Shape,
    dtype: DType,
    weak: boolean,
  ) {
    super(main, shape, dtype, weak);
  }
  override inner(): null {
    return null;
  }
}

/** Writes down operations instead of computing them. */
class JaxprTrace implements Trace {
  readonly equations: AnyEquation[] = [];
  readonly consts = new Map<JaxArray, Var>();
  constructor(private readonly main: () => Main) {}

  tracer(aval: Aval): JaxprTracer {
    return new JaxprTracer(this.main(), new Var(aval), aval.shape, aval.dtype, aval.weak);
  }

  atom(x: JaxArray): Atom {
    if (x instanceof JaxprTracer && x.main === this.main()) return x.variable;
    if (x instanceof ConcreteArray && x.shape.length === 0 && x.dtype !== "key<fry>")
      return { literal: x };
    if (x.main !== null && !x.main.live) throw leaked(x);
    let variable = this.consts.get(x);
    if (variable === undefined) {
      variable = new Var({ shape: x.shape, dtype: x.dtype, weak: x.weak });
      this.consts.set(x, variable);
    }
    return variable;
  }

  process<P extends Primitive>(prim: P, args: readonly JaxArray[], params: ParamsOf[P]): JaxArray {
    const out = this.tracer(abstractRules[prim](args, params));
    const inputs = args.map((x) => this.atom(x));
    // One P for primitive and parameters, which the union over all primitives cannot express.
    this.equations.push({ prim, params, inputs, outs: [out.variable] } as unknown as AnyEquation);
    return out;
  }

  processCall(call: Call, args: readonly JaxArray[]): JaxArray[] {
    const outs = call.outAvals.map((aval) => this.tracer(aval));
    const inputs = args.map((x) => this.atom(x));
    this.equations.push({ prim: "jit", call, inputs, outs: outs.map((out) => out.variable) });
    return outs;
  }
}

/** Stages a function for inputs of the given types. */
export function stage(f: FlatFunction, avals: readonly Aval[]): Jaxpr {
  return withMain(
    "jit",
    (main) => new JaxprTrace(main),
    true,
    (main) => {
      const { trace } = main;
      if (!(trace instanceof JaxprTrace)) throw new Error("The staging trace was replaced.");
      const inputs = avals.map((aval) => trace.tracer(aval));
      const outputs = f(inputs).map((out) => trace.atom(out));
      return {
        constVars: [...trace.consts.values()],
        consts: [...trace.consts.keys()],
        inputs: inputs.map((x) => x.variable),
        equations: withoutDeadCode(trace.equations, outputs),
        outputs,
      };
    },
  );
}

/** Drops equations whose results nobody reads. */
function withoutDeadCode(
  equations: readonly AnyEquation[],
  outputs: readonly Atom[],
): AnyEquation[] {
  const used = new Set<Atom>(outputs);
  const kept: AnyEquation[] = [];
  for (let i = equations.length - 1; i >= 0; i--) {
    const equation = equations[i];
    if (!equation.outs.some((out) => used.has(out))) continue;
    equation.inputs.forEach((atom) => used.add(atom));
    kept.push(equation);
  }
  return kept.reverse();
}

/** Makes captured tracers of outer transformations inputs, first in order. */
export function closeOver(jaxpr: Jaxpr): { jaxpr: Jaxpr; captured: JaxArray[] } {
  const isTracer = jaxpr.consts.map((x) => x.main !== null);
  if (!isTracer.includes(true)) return { jaxpr, captured: [] };
  const pick = <T>(list: readonly T[], tracers: boolean): T[] =>
    list.filter((_, i) => isTracer[i] === tracers);
  return {
    jaxpr: {
      ...jaxpr,
      constVars: pick(jaxpr.constVars, false),
      consts: pick(jaxpr.consts, false),
      inputs: [...pick(jaxpr.constVars, true), ...jaxpr.inputs],
    },
    captured: pick(jaxpr.consts, true),
  };
}
