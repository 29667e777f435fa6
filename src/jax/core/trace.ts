import { adopt, type Scope } from "../array/scope";
import { UnexpectedTracerError } from "../base/errors";
import { JaxArray, type Level } from "../array/array";
import { avalText, type Shape } from "../array/aval";
import type { ConcreteArray } from "../array/concrete";
import { evaluate, evaluateCall } from "./evaluate";
import type { Operation } from "./operation";
import type { ParamsOf, Primitive } from "../array/primitives";
import type { DType } from "../base/dtype";

/** What one transformation does with an operation on its tracers. */
export interface Trace {
  process<P extends Primitive>(prim: P, args: readonly JaxArray[], params: ParamsOf[P]): JaxArray;
  processCall(call: Operation, args: readonly JaxArray[]): JaxArray[];
}

/** One running transformation: its place in the stack, and the device arrays made on its behalf. */
export class Main implements Level {
  live = true;
  readonly created: Scope = [];
  constructor(
    readonly level: number,
    readonly trace: Trace,
    readonly name: string,
  ) {}
}

/** A value that stands for an array inside a transformation. */
export abstract class Tracer extends JaxArray {
  static override readonly pythonName: string = "JVPTracer";
  declare readonly main: Main;
  constructor(main: Main, shape: Shape, dtype: DType, weak: boolean) {
    super(shape, dtype, weak, main);
  }
  /** JAX's class of such a value. */
  get jaxClass(): string {
    return "DynamicJaxprTracer";
  }
  /** The value one transformation further out, if it is known; null if this one is abstract. */
  abstract inner(): JaxArray | null;
}

const stack: Main[] = [];
/** Set while a function is staged to a jaxpr: then operations on constants are recorded as well. */
let dynamic: Main | null = null;

/**
 * Runs `body` inside a new transformation. When it ends, its tracers are dead; the device arrays it
 * made for them go to the enclosing transformation, or are given to `settle` if there is none.
 */
export function withMain<T>(
  name: string,
  makeTrace: (main: () => Main) => Trace,
  isDynamic: boolean,
  body: (main: Main) => T,
): T {
  const holder: { main: Main | null } = { main: null };
  const trace = makeTrace(() => {
    if (holder.main === null) throw new Error("A trace was used before it began.");
    return holder.main;
  });
  const main = new Main(stack.length + 1, trace, name);
  holder.main = main;
  const outerDynamic = dynamic;
  stack.push(main);
  if (isDynamic) dynamic = main;
  try {
    return body(main);
  } finally {
    stack.pop();
    dynamic = outerDynamic;
    main.live = false;
  }
}

/** The innermost running transformation, or null. */
export function currentMain(): Main | null {
  return stack.at(-1) ?? null;
}

/** Every level is a {@link Main}: only tracers have one, and they are made with it. */
function mainOf(x: JaxArray): Main | null {
  return x.main as Main | null;
}

function topMain(args: readonly JaxArray[]): Main | null {
  let top = dynamic;
  for (let i = 0; i < args.length; i++) {
    const main = mainOf(args[i]);
    if (main === null) continue;
    if (!main.live) throw leaked(args[i]);
    if (top === null || main.level > top.level) top = main;
  }
  return top;
}

/** Applies a primitive: the innermost transformation among the arguments decides what that means. */
export function bind<P extends Primitive>(
  prim: P,
  args: readonly JaxArray[],
  params: ParamsOf[P],
): JaxArray {
  const top = topMain(args);
  // Without a transformation among them, all arguments are concrete.
  if (top === null) return evaluate(prim, args as readonly ConcreteArray[], params);
  const outer = adopt(top.created);
  try {
    return top.trace.process(prim, args, params);
  } finally {
    adopt(outer);
  }
}

/** {@link bind} for an operation that holds functions: a staged one, a loop, a branch, a custom derivative. */
export function bindCall(call: Operation, args: readonly JaxArray[]): JaxArray[] {
  const top = topMain(args);
  if (top === null) return evaluateCall(call, args as readonly ConcreteArray[]);
  const outer = adopt(top.created);
  try {
    return top.trace.processCall(call, args);
  } finally {
    adopt(outer);
  }
}

/** The error for a tracer that outlived its transformation. */
export function leaked(tracer: JaxArray): UnexpectedTracerError {
  const name = tracer.main?.name ?? "";
  return new UnexpectedTracerError(
    `Encountered an unexpected tracer. A function transformed by JAX had a side effect, allowing for a reference to an intermediate value with type ${avalText(tracer)} wrapped in a ${tracer instanceof Tracer ? tracer.jaxClass : "Tracer"} to escape the scope of the transformation.\n` +
      `JAX transformations require that functions explicitly return their outputs, and disallow saving intermediate values to global state.\n` +
      `The value was made inside ${name} and used after it had ended. Return it from the function instead of storing it outside; a loss may return more values beside it (has_aux).\n` +
      `See https://docs.jax.dev/en/latest/errors.html#jax.errors.UnexpectedTracerError`,
  );
}
