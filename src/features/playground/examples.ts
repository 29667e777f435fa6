/** Short programs of mixed models. Their texts come when one is chosen; each prints what it prints on a real JAX. */
import type { Language } from "../../protocol/backend";

export type Example = { id: string; title: string };

/** In the order of the list. */
export const EXAMPLES: readonly Example[] = [
  { id: "training-loop", title: "A training loop over both halves, with a chart" },
  { id: "freeze-one-half", title: "Freeze the NNX half, train the Linen half" },
  { id: "one-optimizer", title: "One Optax optimizer over both trees" },
  { id: "to-nnx", title: "A Linen layer inside an NNX model, by ToNNX" },
  { id: "linen-before-nnx", title: "A Linen encoder before an NNX head" },
  { id: "dropout-at-the-seam", title: "Dropout on both sides of the seam" },
  { id: "many-seeds", title: "Five seeds at once, by vmap" },
  { id: "exercise", title: "Exercise: move a Linen encoder and an NNX head" },
];

const TEXTS = import.meta.glob<string>("./examples/*.{py,ts}", {
  query: "?raw",
  import: "default",
});
const ENDINGS: Readonly<Record<Language, string>> = { python: "py", typescript: "ts" };

/** The program of an example. Rejects where its file does not arrive. */
export async function exampleText(id: string, language: Language): Promise<string> {
  const load = TEXTS[`./examples/${id}.${ENDINGS[language]}`];
  if (!load) throw new Error(`there is no example ${id}`);
  return load();
}
