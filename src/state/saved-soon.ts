import type { DraftKeeper } from "./draft-keeper";

const LONGEST_WAIT_MS = 250;

/**
 * Saves the draft before a run, which may take the tab down with it; storage that does not answer
 * holds the run up for a quarter of a second at most.
 */
export async function savedSoon(draft: DraftKeeper): Promise<void> {
  void draft.remember();
  const tooLong = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));
  await Promise.race([draft.flush(), tooLong]);
}
