/** One browser with one page, as the walk drives it. */
export interface Engine {
  /** Name and version. */
  readonly title: string;
  /** Opens an address and waits until its document is there. */
  open(url: string): Promise<void>;
  /** Runs the body of a function of `input` in the page; its result is JSON. */
  ask(body: string, input?: unknown): Promise<unknown>;
  /** Presses the pointer on the first element that a selector finds. */
  press(selector: string): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** What the page reported as errors since it was last asked. */
  errors(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A step of the walk and how it ended. */
export interface WalkStep {
  readonly name: string;
  readonly ok: boolean;
  readonly note: string;
}
