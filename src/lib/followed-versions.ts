/** The versions whose recorded numbers, texts and errors the arrays and modules of this page follow. */
export const FOLLOWED_VERSIONS = { jax: "0.10.2", flax: "0.12.8", optax: "0.2.8" } as const;

/** As one phrase: `jax 0.10.2, flax 0.12.8, optax 0.2.8`. */
export function followedVersions(): string {
  return Object.entries(FOLLOWED_VERSIONS)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
}
