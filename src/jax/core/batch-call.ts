import type { JaxArray } from "./array";
import { BatchTrace, BatchTracer } from "./batch-trace";
import { evalJaxpr } from "./eval-jaxpr";
import { Call } from "./jaxpr";
import { flags, memo } from "./memo";
import { stage } from "./stage";
import { bindCall, withMain } from "./trace";

/** A staged function for a whole batch, staged once per set of batched arguments. */
export function batchCall(
  call: Call,
  args: readonly JaxArray[],
  batched: readonly boolean[],
  size: number,
): { outs: JaxArray[]; outBatched: readonly boolean[] } {
  const key = `batch:${size}:${flags(batched)}`;
  const { staged, outBatched } = memo(call, key, () => stageBatch(call, batched, size));
  return { outs: bindCall(staged, args), outBatched };
}

function stageBatch(
  call: Call,
  batched: readonly boolean[],
  size: number,
): { staged: Call; outBatched: readonly boolean[] } {
  const holder: { outBatched: boolean[] } = { outBatched: [] };
  const avals = call.jaxpr.inputs.map(({ aval }, i) =>
    batched[i] ? { ...aval, shape: [size, ...aval.shape] } : aval,
  );
  const jaxpr = stage(
    (values) =>
      withMain(
        "vmap",
        (main) => new BatchTrace(main, size, batchCall),
        false,
        (main) => {
          const inputs = values.map((x, i) => (batched[i] ? new BatchTracer(main, x) : x));
          const outs = evalJaxpr(call.jaxpr, inputs);
          holder.outBatched = outs.map((out) => out.main === main);
          return outs.map((out) =>
            out instanceof BatchTracer && out.main === main ? out.value : out,
          );
        },
      ),
    avals,
  );
  return { staged: new Call(call.name, jaxpr), outBatched: holder.outBatched };
}
