import { useState } from "react";
import { PLAYGROUND } from "../../state/desk";
import type { Lab, Lesson } from "../../state/lab";
import type { LabState } from "../../state/lab-state";
import { notebookOf, scriptOf } from "../../state/take-out";
import type { TakenOut } from "../../state/take-out";
import { Button } from "../../ui/Button";
import { DropDown } from "../../ui/DropDown";
import { DownloadIcon } from "../../ui/icons";
import { downloadText } from "../../ui/download-file";

export type TakeOutProps = { lab: Lab; lesson: Lesson | null; fileName: string };

/** The learner's Python, to be run on a real JAX: as a script or as a notebook. */
export function TakeOut({ lab, lesson, fileName }: TakeOutProps) {
  const [said, setSaid] = useState("");
  const taken = () => takenFrom(lab.store.getState(), lesson);
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
    <DropDown icon={<DownloadIcon />} label="Take it out" onToggle={() => setSaid("")}>
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
    </DropDown>
  );
}

/** What the page gave belongs to the program only while it is the one that ran. */
function takenFrom({ drafts, lessons }: LabState, lesson: Lesson | null): TakenOut {
  const desk = lesson?.check.slug ?? PLAYGROUND;
  const { source } = drafts[desk].python;
  if (lesson === null) return { source, title: "Playground", check: null };
  const { run } = lessons[desk];
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
