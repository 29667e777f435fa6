import type { MistakeId } from "../cards";
import type { KernelKeys } from "../weights";
import type { WeightSource } from "../weight-sources";
import { ENCODER_SOURCES, HEAD_SOURCES } from "../weight-sources";
import type { Reading } from "./reading";

let known: readonly Found[] | null = null;

/** The readings of a mistake in the weights. */
export function weightReadings(mistake: MistakeId): Reading[] {
  known ??= allReadings();
  return known.flatMap(({ mistake: found, reading }) => (found === mistake ? [reading] : []));
}

function allReadings(): Found[] {
  return [
    ...ENCODER_SOURCES.map((encoder) => readingOf(encoder, null)),
    ...HEAD_SOURCES.map((head) => readingOf(null, head)),
    ...ENCODER_SOURCES.flatMap((encoder) =>
      HEAD_SOURCES.filter(({ lone }) => !lone).map((head) => readingOf(encoder, head)),
    ),
  ];
}

type Found = { mistake: MistakeId; reading: Reading };

function readingOf(encoder: WeightSource | null, head: WeightSource | null): Found {
  const keys: Partial<KernelKeys> = {
    ...(encoder && { nnx: encoder.key }),
    ...(head && { linen: head.key }),
  };
  const wrong = [
    ...(encoder ? [`the encoder's weights from ${encoder.from ?? encoder.used}`] : []),
    ...(head ? [`the head's weights from ${head.from ?? head.used}`] : []),
  ];
  const used = encoder && head ? wrong.join(" and ") : (encoder ?? head)?.used;
  return {
    mistake: mistakeOf(encoder, head),
    reading: {
      variant: wrong.join(", "),
      like: wrong.join(" and "),
      words: { used: used ?? "", weights: wrong.join(" and ") },
      step: { keys },
    },
  };
}

/** Where both halves are wrong, what a layer is built of matters more than its key. */
function mistakeOf(encoder: WeightSource | null, head: WeightSource | null): MistakeId {
  const found = [encoder, head].flatMap((source) => source?.mistake ?? []);
  const [first = "wrong-weights"] = found;
  if (found.length === 1) return first;
  return found.find((id) => id === "both-linen" || id === "both-nnx") ?? "wrong-weights";
}
