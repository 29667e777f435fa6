import { sameShape, type Aval } from "../array/aval";

/** Why two types differ, in JAX's words; null if they do not. */
export function typeDifference(a: Aval, b: Aval): string | null {
  const reasons: string[] = [];
  if (a.dtype !== b.dtype) reasons.push("the dtypes do not match");
  if (!sameShape(a.shape, b.shape)) reasons.push("the shapes do not match");
  return reasons.length === 0 ? null : `so ${reasons.join(", and ")}`;
}

/** One difference as a sentence, several as a list. */
export function told(differences: readonly string[]): string {
  if (differences.length === 1) {
    const [only] = differences;
    return `${only[0].toUpperCase()}${only.slice(1)}.`;
  }
  return `${differences.map((one) => `  * ${one}`).join(";\n")}.`;
}
