/**
 * One call of a program into the library, as the program's own realm reports it: evidence for explanations,
 * worth no more than the program's word. Its name is in Python's spelling:
 *
 * | name                   | about                                                      |
 * | ---------------------- | ---------------------------------------------------------- |
 * | `grad value_and_grad`  | the argnums; logged when the derivative is taken           |
 * | `vjp`                  | the positions of its arguments                             |
 * | `tree.map`             | the number of trees, then the paths of the first's leaves  |
 * | `init apply`           | the Linen module's class                                   |
 * | `nnx.Linear`           | the sizes in and out                                       |
 * | `nnx.call`             | the NNX layer's class                                      |
 * | `nnx.Rngs PRNGKey`     | the seed                                                   |
 */
export type LoggedCall = {
  readonly name: string;
  readonly about: readonly string[];
  /** The program's line; null where it is not known. */
  readonly line: number | null;
};

/** How much of a run is logged: calls, words about one, characters of a word. */
export const CALL_LOG_CAPS = { calls: 48, words: 12, characters: 40 } as const;
