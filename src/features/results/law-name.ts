/** "the-loss-falls" → "The loss falls": a law's id is its statement. */
export function lawName(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
