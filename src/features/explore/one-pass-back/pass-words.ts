/** What a stage of the pass does, in words with its numbers. */
import type {
  OnePass,
  OnePassBackModel,
  PassPart,
  PassVariant,
} from "../../../figure-models/one-pass-back-model";
import { formatFactor } from "../../../lib/format-number";
import { STAGES } from "./pass-stages";
import type { Stage } from "./pass-stages";

export const LEAVES = ["firstKernel", "firstBias", "secondKernel", "secondBias"] as const;

type Told = { model: OnePassBackModel; variant: PassVariant; pass: OnePass };

/** The stage of this number in a sentence or two. */
export function stageSentence(told: Told, at: number): string {
  const stage = STAGES[at];
  if (!stage) throw new Error(`no stage ${at}`);
  return SENTENCES[stage](told);
}

const SENTENCES: Readonly<Record<Stage, (told: Told) => string>> = {
  in: ({ model: { names }, pass: { input } }) =>
    `${names.input} = (${input.values.map(formatFactor).join(", ")}) goes in.`,
  before: ({ model: { names }, pass }) => {
    const unit = firstOn(pass);
    return `${names.before} = ${names.input} · ${names.firstKernel} + ${names.firstBias}. For unit ${unit}: ${affineText(pass.input.values, columnOf(pass, "firstKernel", unit), pass.firstBias.values[unit])} = ${numberText(pass.before.values[unit])}.`;
  },
  hidden: ({ model: { names }, pass }) => {
    const off = unitsOff(pass);
    const rest = off.length
      ? `${unitsText(off)} below zero and ${off.length === 1 ? "passes" : "pass"} on 0.`
      : "no unit is below zero, so all pass on what they have.";
    return `${names.hidden} = relu(${names.before}): ${rest}`;
  },
  prediction: ({ model: { names }, pass }) =>
    `${names.prediction} = ${names.hidden} · ${names.secondKernel} + ${names.secondBias}. Its first number: ${affineText(pass.hidden.values, columnOf(pass, "secondKernel", 0), pass.secondBias.values[0])} = ${numberText(pass.prediction.values[0])}.`,
  loss: ({ model: { names }, pass }) =>
    `The ${names.loss} is the mean of (${names.prediction} − ${names.target})²: ${lossText(pass)}.`,
  "back-at-prediction": ({ model: { names }, variant, pass }) => {
    if (variant.cut === "raises") return "JAX raises an error here, and no gradient comes back.";
    const [prediction, target] = [pass.prediction.values[0], pass.target.values[0]];
    const count = pass.prediction.values.length;
    return `The way back starts at the ${names.loss}. With ${names.prediction}[0] it changes by 2 · (${numberText(prediction)} − ${factorText(target)})${count > 1 ? ` / ${count}` : ""} = ${numberText(pass.prediction.slopes?.[0])}.`;
  },
  "second-leaves": ({ model, variant, pass }) => {
    const { names } = model;
    if (!pass.secondKernel.slopes)
      return `The ${model.halves[1]} half has moved already. This pass goes through its weights and asks nothing of them.`;
    if (variant.cut === "second") return constantText(model, 1);
    const unit = firstOn(pass);
    return `${names.secondKernel} and ${names.secondBias} have their gradient. Entry [${unit}, 0] is ${names.hidden}[${unit}] times the slope at ${names.prediction}[0]: ${factorText(pass.hidden.values[unit])} · ${factorText(pass.prediction.slopes?.[0])} = ${numberText(pass.secondKernel.slopes[unit * pass.secondKernel.columns])}.`;
  },
  "back-at-hidden": ({ model: { names, halves }, pass }) => {
    const unit = firstOn(pass);
    const { columns, values } = pass.secondKernel;
    const row = values.slice(unit * columns, (unit + 1) * columns);
    return `Through the ${halves[1]} half’s weights, as they are in this pass, to ${names.hidden}: ${names.hidden}[${unit}] gets ${productText(row, pass.prediction.slopes ?? [])} = ${numberText(pass.hidden.slopes?.[unit])}.`;
  },
  "back-at-before": ({ model: { names }, variant, pass }) => {
    if (variant.cut === "hidden")
      return `The way back is cut at ${names.hidden}. Nothing comes through to ${names.before}.`;
    const off = unitsOff(pass);
    return off.length
      ? `Through ReLU to ${names.before}: ${unitsText(off)} switched off, so what came back to ${off.length === 1 ? "it" : "them"} ends here.`
      : `Through ReLU to ${names.before}: no unit is switched off, so everything passes.`;
  },
  "first-leaves": ({ model, variant, pass }) => {
    const { names } = model;
    if (variant.cut === "first") return constantText(model, 0);
    if (variant.cut === "hidden")
      return `${names.firstKernel} and ${names.firstBias} get 0, in every entry.`;
    const unit = firstOn(pass);
    const row = largestAt(pass.input.values);
    const off = unitsOff(pass);
    const dark = off.length
      ? ` The column${off.length === 1 ? "" : "s"} of ${unitNames(off)} get${off.length === 1 ? "s" : ""} 0.`
      : "";
    return `${names.firstKernel} and ${names.firstBias} have their gradient. Entry [${row}, ${unit}] is ${names.input}[${row}] times the slope at ${names.before}[${unit}]: ${factorText(pass.input.values[row])} · ${factorText(pass.before.slopes?.[unit])} = ${numberText(pass.firstKernel.slopes?.[row * pass.firstKernel.columns + unit])}.${dark}`;
  },
};

/** All of a pass in a few sentences, for those who do not see it. */
export function passSentence({ model, variant, pass }: Told): string {
  const { names, modules } = model;
  const there = `${names.input} goes through ${modules[0]}, ReLU and ${modules[1]} to a loss of ${lossText(pass)}.`;
  if (variant.cut === "raises") return `${there} No gradient comes back.`;
  const leaves = LEAVES.map((leaf) => {
    const { slopes } = pass[leaf];
    if (!slopes) return `${names[leaf]} is not asked for`;
    const zeros = slopes.filter((slope) => slope === 0).length;
    const rest = slopes.length - zeros;
    return `${names[leaf]} gets ${rest} slope${rest === 1 ? "" : "s"} and ${zeros} zero${zeros === 1 ? "" : "s"}`;
  });
  return `${there} On the way back ${leaves.join(", ")}.`;
}

/** Where a variant's gradient differs most from the right one; empty where it does not, or where there is none. */
export function differenceSentence({ model, pass }: Told, right: OnePass): string {
  const entries = LEAVES.flatMap((leaf) =>
    (pass[leaf].slopes ?? []).map((slope, i) => ({
      name: entryName(model, leaf, pass[leaf].columns, i),
      slope,
      before: right[leaf].slopes?.[i] ?? NaN,
    })),
  );
  const far = ({ slope, before }: { slope: number; before: number }) => Math.abs(slope - before);
  const [first] = entries.sort((a, b) => far(b) - far(a));
  return first && far(first) > 0
    ? `The largest difference from one pass: ${first.name} is ${formatFactor(first.slope)} instead of ${formatFactor(first.before)}.`
    : "";
}

/** What an entry of a leaf is called. */
export function entryName(
  { names }: Pick<OnePassBackModel, "names">,
  part: PassPart,
  columns: number,
  i: number,
): string {
  const place = part.endsWith("Kernel") ? [Math.floor(i / columns), i % columns] : [i];
  return `${names[part]}[${place.join(", ")}]`;
}

function lossText({ loss }: OnePass): string {
  return loss.values[0]?.toFixed(4) ?? "";
}

function constantText({ names, halves }: OnePassBackModel, half: 0 | 1): string {
  const [kernel, bias] =
    half === 0 ? [names.firstKernel, names.firstBias] : [names.secondKernel, names.secondBias];
  return `The ${halves[half]} half’s weights are constants in this pass: ${kernel} and ${bias} get 0, in every entry.`;
}

/** Hidden units that ReLU has switched off. */
export function unitsOff({ before }: OnePass): number[] {
  return before.values.flatMap((value, unit) => (value > 0 ? [] : [unit]));
}

function firstOn({ before }: OnePass): number {
  return Math.max(
    0,
    before.values.findIndex((value) => value > 0),
  );
}

function unitNames(units: readonly number[]): string {
  const last = units.at(-1);
  return units.length === 1 ? `unit ${last}` : `units ${units.slice(0, -1).join(", ")} and ${last}`;
}

function unitsText(units: readonly number[]): string {
  return `${unitNames(units)} ${units.length === 1 ? "is" : "are"}`;
}

function largestAt(values: readonly number[]): number {
  return values.reduce(
    (best, value, i) => (Math.abs(value) > Math.abs(values[best] ?? 0) ? i : best),
    0,
  );
}

function columnOf(pass: OnePass, part: PassPart, column: number): number[] {
  const { columns, values } = pass[part];
  return values.filter((_, i) => i % columns === column);
}

function affineText(a: readonly number[], b: readonly number[], bias: number | undefined): string {
  return `${productText(a, b)} + ${factorText(bias)}`;
}

function productText(a: readonly number[], b: readonly number[]): string {
  return a.map((value, i) => `${factorText(value)} · ${factorText(b[i])}`).join(" + ");
}

function numberText(value: number | undefined): string {
  return formatFactor(value ?? NaN);
}

/** A number among others of a product: a negative one stands in parentheses. */
function factorText(value: number | undefined): string {
  const text = numberText(value);
  return text.startsWith("−") ? `(${text})` : text;
}
