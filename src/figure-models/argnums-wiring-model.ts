import type { Look } from "../lib/look";

/** Which arguments of a loss are differentiated, read from the learner's program or, where it has no such call, from an example. */
export type ArgnumsWiringModel = {
  /** How to tell by an argument's name, in small letters, which half its tree is of. */
  halves: readonly { name: string; look: Look; words: readonly string[] }[];
  example: Readonly<Record<"python" | "typescript", string>>;
};
