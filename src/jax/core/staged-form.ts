import type { JaxArray } from "../array/array";
import type { Aval } from "../array/aval";
import { closeOver } from "./close-over";
import { evalJaxpr } from "./eval-jaxpr";
import type { Jaxpr } from "./jaxpr";
import { Call, CustomJvp, CustomVjp, type FlatFunction } from "./operation";

type Custom = CustomJvp | CustomVjp;
type Stage = (f: FlatFunction, avals: readonly Aval[]) => Jaxpr;

/**
 * A function with a derivative of its own as part of a staged function: its operations are written
 * down, its rule stays a function and is run when a derivative is taken. Values that the function
 * captured from outside come first among the arguments of the result. `stage` is handed in because it
 * uses this function itself.
 */
export function stagedForm(
  stage: Stage,
  operation: Custom,
  args: readonly JaxArray[],
): { operation: Custom; staged: Call; args: readonly JaxArray[] } {
  if (operation.staged !== null) return { operation, staged: operation.staged, args };
  const avals = args.map(({ shape, dtype, weak }) => ({ shape, dtype, weak }));
  const { jaxpr, captured } = closeOver(stage(operation.run, avals));
  const staged = new Call(operation.name, jaxpr);
  const closed =
    operation.kind === "custom_jvp_call"
      ? closedJvp(operation, staged, captured.length)
      : closedVjp(operation, staged, captured.length);
  return { operation: closed, staged, args: [...captured, ...args] };
}

function closedJvp({ name, jvp, ruleName }: CustomJvp, staged: Call, extra: number): CustomJvp {
  return new CustomJvp(
    name,
    (args) => evalJaxpr(staged.jaxpr, args),
    (primals, tangents) => jvp(primals.slice(extra), tangents.slice(extra)),
    ruleName,
    staged,
  );
}

function closedVjp({ name, fwd, ruleNames }: CustomVjp, staged: Call, extra: number): CustomVjp {
  const none = new Array<null>(extra).fill(null);
  return new CustomVjp(
    name,
    (args) => evalJaxpr(staged.jaxpr, args),
    (args) => {
      const { outs, residuals, pull } = fwd(args.slice(extra));
      return { outs, residuals, pull: (saved, cts) => [...none, ...pull(saved, cts)] };
    },
    ruleNames,
    staged,
  );
}
