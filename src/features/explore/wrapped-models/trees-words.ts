import type { ModelForm } from "../../../figure-models/wrapped-models-model";

/** The trees in words: each form with its leaves. */
export function treesSentence(forms: readonly ModelForm[]): string {
  return forms
    .map(({ title, leaves }) => `${title}: ${leaves.map(({ path }) => path.join("/")).join(", ")}.`)
    .join(" ");
}
