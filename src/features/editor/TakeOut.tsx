import { useState } from "react";
import type { Lab } from "../../state/lab";
import type { LabState } from "../../state/lab-state";
import type { Route } from "../../state/route";
import { notebookOf, scriptOf } from "../../state/take-out";
import type { TakenOut } from "../../state/take-out";
import { Button } from "../../ui/Button";
import { downloadText } from "../../ui/download-text";

export type TakeOutProps = { lab: Lab; route: Route; fileName: string };

/** The learner's Python, to be run on a real JAX: as a script or as a notebook. */
export function TakeOut({ lab, route, fileName }: TakeOutProps) {
  const [said, setSaid] = useState("");
  const taken = () => takenFrom(lab, lab.store.getState(), route);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(scriptOf(taken()));
      setSaid("Copied");
    } catch {
      // The browser refused, e.g. because the page is not in focus.
      setSaid("Not copied");
    }
  }
  return (
    <details className="take-out" onToggle={() => setSaid("")}>
      <summary>Take it out</summary>
      <div className="take-out-ways">
        <Button kind="text" onClick={() => void copy()}>
          Copy as a script
        </Button>
        <Button kind="text" onClick={() => downloadText(scriptOf(taken()), `${fileName}.py`)}>
          Download .py
        </Button>
        <Button kind="text" onClick={() => downloadText(notebookOf(taken()), `${fileName}.ipynb`)}>
          Download .ipynb
        </Button>
        <span role="status">{said}</span>
      </div>
    </details>
  );
}

/** What the page gave belongs to the program only while it is the one that ran. */
function takenFrom({ lesson }: Lab, { drafts, run }: LabState, route: Route): TakenOut {
  const { source } = drafts[route].python;
  if (route === "playground") return { source, title: "Playground", check: null };
  const { entry, results, visible, reference } = lesson.check;
  const ran =
    run.kind === "finished" && run.verdict.language === "python" && run.source === source
      ? run.verdict.cases.filter((one) => one.visible)
      : [];
  const cases = visible.map((inputs, i) => ({
    inputs,
    here: ran[i]?.got ?? null,
    expected: reference(inputs),
  }));
  return { source, title: lesson.title, check: { entry, results, cases } };
}
