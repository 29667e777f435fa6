/** A mistake found in the learner's text before it runs. `line` counts from 1. */
export class ProgramError extends Error {
  readonly type: string;
  readonly line: number | null;
  readonly explain: string | null;

  constructor(type: string, message: string, line: number | null, explain: string | null = null) {
    super(message);
    this.type = type;
    this.line = line;
    this.explain = explain;
  }
}
