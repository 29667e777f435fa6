import { callHelp, type CallHelp } from "./call-help";
import { complete, type Completion } from "./complete";
import { explain, type Explanation } from "./explain";
import { createLibrary } from "./library";
import type { PythonNames } from "./python-names";

/** What an editor can say about a program in Python, given its text and an offset. */
export type PythonHelp = {
  /** What may be written there; null where there is nothing to propose. */
  complete(text: string, offset: number): Completion | null;
  /** What stands there; null where that is not known. */
  explain(text: string, offset: number): Explanation | null;
  /** The signature of the call around it; null outside of calls and where nobody knows the function. */
  callHelp(text: string, offset: number): CallHelp | null;
};

/** Help with programs that import what `names` describes. */
export function createPythonHelp(names: PythonNames): PythonHelp {
  const library = createLibrary(names);
  return {
    complete: (text, offset) => complete(text, offset, library),
    explain: (text, offset) => explain(text, offset, library),
    callHelp: (text, offset) => callHelp(text, offset, library),
  };
}
