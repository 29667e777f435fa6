import type { NamedMistake, Place, RunEvidence } from "../../grading/lesson-check";
import type { LoggedCall } from "../../lib/logged-call";
import type { MistakeId } from "./cards";
import { readInputs } from "./inputs";
import { gradientsIn, pairingMapsIn } from "./step-signs";

type Finder = (evidence: RunEvidence) => Place | null;

/** Names of the log as TypeScript writes them; Python's are the log's own. */
const TYPESCRIPT: Readonly<Record<string, string>> = { value_and_grad: "valueAndGrad" };

function spelled({ name }: LoggedCall, { language }: RunEvidence): string {
  return `\`${language === "typescript" ? (TYPESCRIPT[name] ?? name) : name}\``;
}

/** A sentence about one call, which starts with its line; null for a call without a line. */
function at(call: LoggedCall | undefined, rest: string): Place | null {
  if (!call || call.line === null) return null;
  return { line: call.line, text: `Line ${call.line} ${rest}.` };
}

type Half = "NNX" | "Linen";
const ARGNUM: Readonly<Record<Half, string>> = { NNX: "0", Linen: "1" };

/** The tree maps that pair a half's tree with another; what init returns for the Linen half has a level of its own. */
function mapsOf(half: Half, calls: readonly LoggedCall[]): readonly LoggedCall[] {
  return pairingMapsIn(calls).filter(({ about: [, ...paths] }) =>
    paths.some((path) => path.includes("params") === (half === "Linen")),
  );
}

/** The one gradient of the run, if it is that of one argument: the moved half's. */
function onlyGradientOf(moved: Half, calls: readonly LoggedCall[]): LoggedCall | null {
  const [single, ...others] = gradientsIn(calls);
  const alone = single && others.length === 0 && single.about.join() === ARGNUM[moved];
  return alone ? single : null;
}

/** Only one half moved: the gradient of one argument is the line at fault; a tree map that is missing has none. */
function oneHalf(moved: Half, left: Half): Finder {
  return (evidence) => {
    const { calls } = evidence;
    const single = onlyGradientOf(moved, calls);
    if (single)
      return at(single, `asks ${spelled(single, evidence)} for \`argnums\` ${ARGNUM[moved]} only`);
    const [map] = mapsOf(moved, calls);
    if (!map || map.line === null || mapsOf(left, calls).length > 0) return null;
    return {
      line: null,
      text: `Line ${map.line} maps over the ${moved} tree and its gradient; no tree map does so for the ${left} tree.`,
    };
  };
}

/** What the calls leave of the ways to move one half only. */
function adviceForOneHalf(moved: Half, left: Half): NonNullable<NamedMistake["advice"]> {
  const seen = `The loss after the step is the one of a new ${moved} tree with the old ${left} tree.`;
  return ({ calls }) => {
    if (onlyGradientOf(moved, calls))
      return {
        message: `${seen} The only gradient that was taken is that of one argument, so the other tree has none. The loss falls all the same, which hides the omission.`,
        next: "Have both trees differentiated in that call, with {bothArgnums}.",
      };
    const asked = new Set(gradientsIn(calls).flatMap(({ about }) => about));
    if (!asked.has("0") || !asked.has("1")) return null;
    if (mapsOf(left, calls).length === 0)
      return {
        message: `${seen} Both gradients were taken, and no tree map pairs the ${left} tree with its own. What the second loss takes for the new ${left} tree still holds the old values.`,
        next: `Look at what the new ${left} tree is made from.`,
      };
    return {
      message: `${seen} Both gradients were taken and both trees are mapped with one. Two things are left: the second loss takes the old ${left} tree; or its gradient is zero, because the loss reads these arrays from outside in place of its argument, or stops the gradient there.`,
      next: `Look at which ${left} tree the second loss takes, then at where the loss gets its arrays from.`,
    };
  };
}

function seedGiven(name: string, what: string, right: (seed: number) => number): Finder {
  return ({ calls, first }) => {
    const { seed } = readInputs(first);
    const call = calls.find((each) => each.name === name && each.about.length === 1);
    if (!call || call.about[0] === `${right(seed)}`) return null;
    return at(call, `makes ${what} from ${call.about[0]} where the seed is ${seed}`);
  };
}

const FINDERS: Readonly<Partial<Record<MistakeId, Finder>>> = {
  "only-nnx-moved": oneHalf("NNX", "Linen"),
  "only-linen-moved": oneHalf("Linen", "NNX"),
  "bias-not-updated": ({ calls }) => {
    const bare = pairingMapsIn(calls).find(
      ({ about }) => about.length > 1 && !about.some((path) => path.includes("bias")),
    );
    return at(bare, "maps over a tree without a bias");
  },
  "sequential-update": ({ calls }) => {
    const gradients = gradientsIn(calls);
    const [map] = pairingMapsIn(calls);
    const second = gradients[1];
    if (!map || !second || calls.indexOf(second) < calls.indexOf(map)) return null;
    return at(second, `takes a gradient after line ${map.line ?? "?"} updated a tree`);
  },
  "extra-step": ({ calls }) => {
    const gradients = gradientsIn(calls);
    const count = gradients.filter(({ line }) => line === gradients[0]?.line).length;
    return count > 1
      ? at(gradients[0], `took ${count} gradients in one call of the function`)
      : null;
  },
  "wrong-linen-seed": seedGiven("PRNGKey", "the head's key", (seed) => seed + 1),
  "wrong-nnx-seed": seedGiven("nnx.Rngs", "the encoder's random numbers", (seed) => seed),
  "hidden-not-4": ({ calls }) => {
    const encoder = calls.find(({ name }) => name === "nnx.Linear");
    return at(encoder, `builds \`nnx.Linear(${encoder?.about.join(", ") ?? ""})\``);
  },
};

/** The line that makes a mistake, by the mistake's id: what the program called, where that fits the name. */
export function placeOf(id: string): Finder | undefined {
  return Object.entries(FINDERS).find(([each]) => each === id)?.[1];
}

const ADVICE: Readonly<Partial<Record<MistakeId, NamedMistake["advice"]>>> = {
  "only-nnx-moved": adviceForOneHalf("NNX", "Linen"),
  "only-linen-moved": adviceForOneHalf("Linen", "NNX"),
};

/** Other texts of a card, by the mistake's id, where the program's calls rule some of its readings out. */
export function adviceOf(id: string): NamedMistake["advice"] {
  return Object.entries(ADVICE).find(([each]) => each === id)?.[1];
}
