import type { Progress } from "./load-asset";

/**
 * Adds up several files, which together are told as `what`. A page sees bytes only after they are unpacked, so each
 * file counts by the share of it that is there, times its weight, by path: about what a host sends for it.
 */
export function sumProgress(
  what: string,
  weights: ReadonlyMap<string, number>,
  onProgress: Progress,
): Progress {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const shares = new Map<string, number>();
  return (path, bytes, size) => {
    shares.set(path, bytes / size);
    const loaded = [...shares].reduce(
      (sum, [file, share]) => sum + share * (weights.get(file) ?? 0),
      0,
    );
    onProgress(what, Math.round(loaded), total);
  };
}
