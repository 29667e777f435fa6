import type { Place, RunEvidence } from "../../grading/lesson-check";
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

/** The only gradient is that of one argument, or the only update is that of one tree. */
function oneHalf(argnum: string): Finder {
  return (evidence) => {
    const gradients = gradientsIn(evidence.calls);
    const single = gradients.find(({ about }) => about.length === 1 && about[0] === argnum);
    const [first, second] = pairingMapsIn(evidence.calls);
    if (single && gradients.length === 1) {
      return at(single, `asks ${spelled(single, evidence)} for \`argnums\` ${argnum} only`);
    }
    return first && !second
      ? at(first, "is the only one that maps over a tree and its gradient")
      : null;
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
  "only-nnx-moved": oneHalf("0"),
  "only-linen-moved": oneHalf("1"),
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
