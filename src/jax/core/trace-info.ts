/** What is being staged, for error texts. */
export interface TraceInfo {
  /** The transformation as JAX names it: `jit`, `scan`, `while_body` … */
  readonly transformation: string;
  /** The function's name; `<lambda>` if it has none. */
  readonly name: string;
  /** What each flat input is called: `x`, `params['w']`. Called only when an error is told. */
  readonly inputs: () => readonly string[];
}

/** For functions that transformations make themselves. */
export const UNNAMED: TraceInfo = { transformation: "jit", name: "<lambda>", inputs: () => [] };
