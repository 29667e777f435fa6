import { useStore } from "zustand";
import { ProgramPane } from "../features/playground/ProgramPane";
import type { Lab } from "../state/lab";
import { Workbench } from "./Workbench";

export type PlaygroundScreenProps = {
  lab: Lab;
  announce: (sentence: string) => void;
  onResults: () => void;
};

/** A free program in the same runtime: left the editor, right what it printed and plotted. */
export function PlaygroundScreen({ lab, announce, onResults }: PlaygroundScreenProps) {
  const program = useStore(lab.store, (state) => state.program);
  const language = useStore(lab.store, (state) => state.settings.language);
  const outcome = program.kind === "finished" ? program.outcome : null;
  // A line number belongs to the file that ran, not to the one of the other language.
  const ranThis = program.kind === "finished" && program.language === language;
  return (
    <>
      <h1 className="visually-hidden">Playground</h1>
      <Workbench
        lab={lab}
        lesson={null}
        fileName="playground"
        orientation="horizontal"
        pending={program.kind === "pending"}
        error={ranThis ? program.outcome.error : null}
        lastMs={outcome?.ms.run ?? null}
        onRun={lab.actions.runPlayground}
        onResults={onResults}
        announce={announce}
        results={<ProgramPane lab={lab} announce={announce} />}
      />
    </>
  );
}
