import type { Jaxpr } from "./jaxpr";
import { spreadTangents, type JvpRule } from "./jvp-rule";
import { flags, memo } from "./memo";
import { Call, Scan } from "./operation";
import { fixpoint, instantiate, splitJaxpr, type Linearizing } from "./split-jaxpr";
import { bindCall } from "./trace";

/** Where a value that the linear loop needs comes from. */
type Source =
  | { readonly from: "const" | "row"; readonly position: number }
  /** A further result of the known loop, stacked. */
  | { readonly from: "result"; readonly position: number };

interface SplitScan {
  /** The loop itself, with residuals as further stacked results. */
  readonly known: Scan;
  /** Constants: residuals that do not change, tangents; carry: tangents; scanned: residuals, tangents. */
  readonly linear: Scan;
  readonly wanted: readonly boolean[];
  readonly sources: readonly Source[];
  readonly hasTangent: readonly boolean[];
}

/**
 * The derivative of a loop as two loops: one that computes values and keeps what the derivative needs,
 * and one that is linear in the tangents. Reverse mode runs the second one backwards.
 */
export const jvpScan: JvpRule<"scan"> = (by, scan, primals, tangents) => {
  const { numConsts, numCarry } = scan;
  const first = tangents.map((t) => t !== null);
  const split = memo(scan, `jvp:${flags(first)}`, () => splitScan(by, scan, first));
  const results = bindCall(split.known, primals);
  const count = scan.outAvals.length;
  const outs = results.slice(0, count);
  const saved = results.slice(count);
  const read = ({ from, position }: Source) =>
    from === "result" ? saved[position] : primals[position];
  const given = instantiate(primals, tangents, split.wanted);
  const counts = partCounts(split.wanted, numConsts, numCarry);
  const stays = split.sources.filter(({ from }) => from === "const").map(read);
  const rows = split.sources.filter(({ from }) => from !== "const").map(read);
  const moved = bindCall(split.linear, [
    ...stays,
    ...given.slice(0, counts.consts + counts.carry),
    ...rows,
    ...given.slice(counts.consts + counts.carry),
  ]);
  return { outs, outTangents: spreadTangents(split.hasTangent, moved) };
};

function partCounts(
  wanted: readonly boolean[],
  numConsts: number,
  numCarry: number,
): { consts: number; carry: number } {
  const count = (list: readonly boolean[]): number => list.filter(Boolean).length;
  return {
    consts: count(wanted.slice(0, numConsts)),
    carry: count(wanted.slice(numConsts, numConsts + numCarry)),
  };
}

function splitScan(by: Linearizing, scan: Scan, first: readonly boolean[]): SplitScan {
  const { body, numConsts, numCarry, length, reverse } = scan;
  const end = numConsts + numCarry;
  const withCarry = (carry: readonly boolean[]): boolean[] => [
    ...first.slice(0, numConsts),
    ...carry,
    ...first.slice(end),
  ];
  const carry = fixpoint(first.slice(numConsts, end), (flagged) =>
    splitJaxpr(by, body.jaxpr, withCarry(flagged), flagged).hasTangent.slice(0, numCarry),
  );
  const wanted = withCarry(carry);
  const split = splitJaxpr(by, body.jaxpr, wanted, carry);
  const count = body.outAvals.length;
  const { known } = split;
  const kept: number[] = [];
  const sources = split.residuals.map((_, i): Source => {
    const position = known.inputs.findIndex((v) => v === known.outputs[count + i]);
    // What comes in unchanged, or row by row, is not kept a second time.
    if (position >= 0 && position < numConsts) return { from: "const", position };
    if (position >= end) return { from: "row", position };
    kept.push(i);
    return { from: "result", position: kept.length - 1 };
  });
  const outputs = [...known.outputs.slice(0, count), ...kept.map((i) => known.outputs[count + i])];
  const tangentParts = partCounts(wanted, numConsts, numCarry);
  const stays = sources.filter(({ from }) => from === "const").length;
  return {
    known: new Scan(
      new Call(body.name, { ...known, outputs }),
      numConsts,
      numCarry,
      length,
      reverse,
    ),
    linear: new Scan(
      new Call(body.name, reordered(split.linear, sources, tangentParts)),
      stays + tangentParts.consts,
      tangentParts.carry,
      length,
      reverse,
    ),
    wanted,
    sources,
    hasTangent: split.hasTangent,
  };
}

/** Residuals, tangents → unchanging residuals, tangents of constants and carry, other residuals, rest. */
function reordered(
  linear: Jaxpr,
  sources: readonly Source[],
  { consts, carry }: { consts: number; carry: number },
): Jaxpr {
  const residuals = linear.inputs.slice(0, sources.length);
  const tangents = linear.inputs.slice(sources.length);
  const stays = residuals.filter((_, i) => sources[i].from === "const");
  const rows = residuals.filter((_, i) => sources[i].from !== "const");
  return {
    ...linear,
    inputs: [
      ...stays,
      ...tangents.slice(0, consts + carry),
      ...rows,
      ...tangents.slice(consts + carry),
    ],
  };
}
