import type { ArgnumsWiringModel } from "../../../figure-models/argnums-wiring-model";
import type { GradCall, ProgramLanguage } from "../../../reading/argnums/wiring";

type Half = ArgnumsWiringModel["halves"][number];

/** The half that an argument's name speaks of; null where it speaks of none, or of more than one. */
export function halfOf(parameter: string, { halves }: ArgnumsWiringModel): Half | null {
  const name = parameter.toLowerCase();
  const found = halves.filter(({ words }) => words.some((word) => name.includes(word)));
  return found.length === 1 ? (found[0] ?? null) : null;
}

const VALUE_AND_GRAD = { python: "value_and_grad", typescript: "valueAndGrad" } as const;

/** What a call gives back, and which argument gets no gradient, in a sentence or two. */
export function callSentence(
  call: Pick<GradCall, "transform" | "parameters" | "argnums" | "single">,
  language: ProgramLanguage = "python",
): string {
  const { transform, parameters, argnums, single } = call;
  const names = argnums.map((position) => parameters[position]);
  const given = single
    ? `one tree: the gradient for ${names[0]}`
    : names.length === 1
      ? `a tuple with one tree, the gradient for ${names[0]}`
      : `a tuple: ${names.map((name, i) => (i === 0 ? `first the gradient for ${name}` : `then the one for ${name}`)).join(", ")}`;
  const what =
    transform === "grad"
      ? `grad gives ${given}.`
      : `${VALUE_AND_GRAD[language]} gives the loss and ${given}.`;
  const left = parameters.filter((_, position) => !argnums.includes(position));
  if (parameters.length === 1) return `${what} Whatever is in that tree gets its part of it.`;
  return left.length === 0
    ? what
    : `${what} ${list(left)} ${left.length === 1 ? "gets" : "get"} none.`;
}

/** Whether several calls of one loss together leave an argument out; null for a single call or several losses. */
export function togetherSentence(calls: readonly GradCall[]): string | null {
  const [first] = calls;
  if (!first || calls.length < 2 || calls.some(({ loss }) => loss !== first.loss)) return null;
  const left = first.parameters.filter((_, i) => !calls.some(({ argnums }) => argnums.includes(i)));
  return left.length === 0
    ? `The ${calls.length} calls together give a gradient for every argument of ${first.loss}, each from a backward pass of its own.`
    : `None of the ${calls.length} calls gives a gradient for ${list(left)}.`;
}

function list(names: readonly string[]): string {
  return names.join(" and ");
}

/** Argnums with an argument wired or cut, the rest in the order they had; the last wire stays. */
export function turned(argnums: readonly number[], position: number): readonly number[] {
  if (!argnums.includes(position)) {
    const isDescending = argnums.length > 1 && argnums[0] > argnums[1];
    return isDescending ? [...argnums, position] : [...argnums, position].sort((a, b) => a - b);
  }
  return argnums.length === 1 ? argnums : argnums.filter((each) => each !== position);
}
