import { useStore } from "zustand";
import { Examples } from "../features/playground/Examples";
import type { Example } from "../features/playground/examples";
import { ProgramPane } from "../features/playground/ProgramPane";
import { PLAYGROUND } from "../state/desk";
import { lastMs } from "../protocol/run-facts";
import type { Lab } from "../state/lab";
import { programStanding, shownDraft } from "../state/lab-state";
import { Workbench } from "./Workbench";

export type PlaygroundScreenProps = {
  lab: Lab;
  announce: (sentence: string) => void;
  onResults: () => void;
};

/** A free program in the same runtime: left the editor, right what it printed and plotted. */
export function PlaygroundScreen({ lab, announce, onResults }: PlaygroundScreenProps) {
  const program = useStore(lab.store, (state) => state.program);
  // What is said of a program, and a line number in it, belongs to the text that ran.
  const standing = useStore(lab.store, programStanding);
  const outcome = program.kind === "finished" ? program.outcome : null;
  const language = useStore(lab.store, (state) => state.settings.language);
  const openExample = (source: string, example: Example) => {
    const title = `The example “${example.title}”`;
    lab.actions.offer({ desk: PLAYGROUND, language, source, title }, true);
    // Beside a text of one's own it is spoken once it is taken.
    if (lab.store.getState().offer === null) announce(`${title} is in the editor.`);
  };
  return (
    <>
      <h1 className="visually-hidden">Playground</h1>
      <OnPaper lab={lab} />
      <Workbench
        lab={lab}
        lesson={null}
        fileName="playground"
        tools={<Examples language={language} onChoose={openExample} />}
        orientation="horizontal"
        phase={program.kind === "pending" ? program.phase : null}
        error={standing === "of-this-text" ? (outcome?.error ?? null) : null}
        lastMs={outcome && standing !== "of-another-language" ? lastMs(outcome) : null}
        onRun={lab.actions.runPlayground}
        onResults={onResults}
        announce={announce}
        results={<ProgramPane lab={lab} announce={announce} />}
      />
    </>
  );
}

/** The program as paper has it: an editor draws only the lines that are in view. */
function OnPaper({ lab }: { lab: Lab }) {
  const source = useStore(lab.store, (state) => shownDraft(state, PLAYGROUND).source);
  return <pre className="print-only">{source}</pre>;
}
