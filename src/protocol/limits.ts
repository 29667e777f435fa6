/** Every cap of a run, in one place. The worker keeps to them; the airlock and the page enforce them. */
export const LIMITS = {
  /** Time for the learner's code once the runtime is ready, before the machine's speed is counted in. */
  deadlineMs: 10_000,
  /** A machine measured as slower than the reference gets at most this many times the deadline. */
  slowestScale: 3,
  /** A file of which nothing more arrives for so long counts as failed. */
  stalledMs: 15_000,
  /** How long a frame, a runtime or a warm-up may take before it counts as failed. */
  handshakeMs: 20_000,
  /** For the word of a frame that has loaded. */
  greetingMs: 1_500,
  bootMs: 60_000,
  /** As bootMs, for a start of Python from its memory snapshot; after that it starts without. */
  snapshotBootMs: 20_000,
  /** Waiting so long for the snapshot costs about what a start from it saves. */
  snapshotWaitMs: 1_000,
  warmUpMs: 60_000,
  /** Messages from one worker in one run, and how many more each further second allows. */
  messages: 1_000,
  messagesPerSecond: 15,
  /** Console: lines waiting in the worker, characters a line, time between batches. */
  pendingLines: 200,
  lineCharacters: 2_048,
  flushMs: 100,
  /** Console: lines kept from the start of a run, and from its end once those are full. */
  keptHeadLines: 1_000,
  keptTailLines: 200,
  /** One result, all results of a run, and the numbers of one plot. */
  resultBytes: 4 * 2 ** 20,
  runBytes: 32 * 2 ** 20,
  plotValues: 100_000,
  plots: 50,
  labelCharacters: 200,
  rank: 8,
  /** Texts of an error. */
  errorTypeCharacters: 120,
  errorCharacters: 6_000,
  sourceCharacters: 200_000,
} as const;
