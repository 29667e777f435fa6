import type { ReactNode } from "react";
import { useStore } from "zustand";
import { assertNever } from "../../lib/assert-never";
import type { Language } from "../../protocol/backend";
import { PLAYGROUND } from "../../state/desk";
import type { Lab } from "../../state/lab";
import { programStanding, shownRuntime } from "../../state/lab-state";
import type { ProgramState, RuntimeStatus } from "../../state/lab-state";
import { pendingHeadline, runProgress } from "../../state/run-progress";
import { spokenProgram } from "../../state/spoken-run";
import { standingNote } from "../../state/standing";
import { Earlier } from "../../ui/Earlier";
import { ErrorBoundary } from "../../ui/ErrorBoundary";
import { Waiting } from "../../ui/Waiting";
import { useSpoken } from "../../ui/use-spoken";
import { OutcomeView } from "./OutcomeView";
import type { OutcomeViewProps } from "./OutcomeView";
import { Printed } from "./Printed";
import "./playground.css";

export type ProgramPaneProps = {
  lab: Lab;
  /** Speaks a sentence. */
  announce: (sentence: string) => void;
};

const PRINTING: Readonly<Record<Language, string>> = { python: "print", typescript: "console.log" };

/** What the playground's program printed and plotted, and how it ended. */
export function ProgramPane({ lab, announce }: ProgramPaneProps) {
  const program = useStore(lab.store, (state) => state.program);
  const runtime = useStore(lab.store, shownRuntime);
  const language = useStore(lab.store, (state) => state.settings.language);
  const standing = useStore(lab.store, programStanding);
  const note =
    standing && program.kind === "finished"
      ? standingNote(standing, program.language, language)
      : null;
  const onLine =
    standing === "of-this-text" ? (line: number) => lab.actions.goToLine(PLAYGROUND, line) : null;
  useSpoken(spokenProgram(program), announce);
  return (
    <section className="program" aria-label="Output">
      <ErrorBoundary
        what="The output"
        resetKey={program.kind === "finished" ? program.run : program.kind}
      >
        <Earlier note={note}>{view({ program, runtime, language, onLine })}</Earlier>
      </ErrorBoundary>
    </section>
  );
}

type ViewProps = Pick<OutcomeViewProps, "onLine"> & {
  program: ProgramState;
  runtime: RuntimeStatus;
  language: Language;
};

function view({ program, runtime, language, onLine }: ViewProps): ReactNode {
  switch (program.kind) {
    case "none":
      return (
        <>
          <h2 className="program-headline">Nothing has run yet.</h2>
          <p className="program-note">
            This is a free program in the same runtime as the lesson.{" "}
            <code>{PRINTING[language]}</code> prints values and arrays here,{" "}
            <code>plot(values)</code> draws a line chart. A program may run for ten seconds, on a
            slow machine for up to thirty.
          </p>
        </>
      );
    case "pending":
      return (
        <>
          <h2 className="program-headline">{pendingHeadline(program.phase)}</h2>
          <Waiting {...runProgress(program.phase, runtime)} />
          <Printed lines={program.console} />
        </>
      );
    case "finished":
      return <OutcomeView outcome={program.outcome} run={program.run} onLine={onLine} />;
    default:
      return assertNever(program);
  }
}
