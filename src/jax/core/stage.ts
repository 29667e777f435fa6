import type { DType } from "../base/dtype";
import { abstractRules } from "./abstract";
import type { JaxArray } from "../array/array";
import type { Aval, Shape } from "../array/aval";
import { ConcreteArray } from "../array/concrete";
import { Var, type AnyEquation, type Atom, type Jaxpr } from "./jaxpr";
import { stagedForm } from "./staged-form";
import type { FlatFunction, Operation } from "./operation";
import type { ParamsOf, Primitive } from "../array/primitives";
import { UNNAMED, type TraceInfo } from "./trace-info";
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
export class JaxprTrace implements Trace {
  readonly equations: AnyEquation[] = [];
  readonly consts = new Map<JaxArray, Var>();
  constructor(
    private readonly main: () => Main,
    readonly info: TraceInfo,
    private readonly inputs: Var[] = [],
  ) {}

  /** One of the function's inputs. */
  input(aval: Aval): JaxprTracer {
    const tracer = this.tracer(aval);
    this.inputs.push(tracer.variable);
    return tracer;
  }

  /** The inputs that a value depends on, by position. */
  inputsOf(variable: Var): number[] {
    const wanted = new Set<Atom>([variable]);
    for (let i = this.equations.length - 1; i >= 0; i--) {
      const { outs, inputs } = this.equations[i];
      if (outs.some((out) => wanted.has(out))) inputs.forEach((atom) => wanted.add(atom));
    }
    return this.inputs.flatMap((input, i) => (wanted.has(input) ? [i] : []));
  }

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

  processCall(call: Operation, args: readonly JaxArray[]): JaxArray[] {
    if (call.kind === "custom_jvp_call" || call.kind === "custom_vjp_call") {
      const form = stagedForm(stage, call, args);
      return this.record(form.operation, form.args, form.staged.outAvals);
    }
    return this.record(call, args, call.outAvals);
  }

  private record(
    call: Operation,
    args: readonly JaxArray[],
    avals: readonly Aval[],
  ): JaxprTracer[] {
    const outs = avals.map((aval) => this.tracer(aval));
    const inputs = args.map((x) => this.atom(x));
    this.equations.push({ prim: "call", call, inputs, outs: outs.map((out) => out.variable) });
    return outs;
  }
}

/** Stages a function for inputs of the given types. */
export function stage(f: FlatFunction, avals: readonly Aval[], info: TraceInfo = UNNAMED): Jaxpr {
  return withMain(
    "jit",
    (main) => new JaxprTrace(main, info),
    true,
    (main) => {
      const { trace } = main;
      if (!(trace instanceof JaxprTrace)) throw new Error("The staging trace was replaced.");
      const inputs = avals.map((aval) => trace.input(aval));
      const outputs = f(inputs).map((out) => trace.atom(out));
      return {
        constVars: [...trace.consts.values()],
        consts: [...trace.consts.keys()],
        inputs: inputs.map((x) => x.variable),
        equations: trace.equations,
        outputs,
      };
    },
  );
}
