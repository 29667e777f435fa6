import { useState } from "react";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import { standingOf } from "../../state/standing";
import type { ProgramText } from "../../state/standing";
import { Button } from "../../ui/Button";
import { CodeCard } from "./CodeCard";
import type { Fence } from "./fences";
import { useLesson } from "./lesson-context";
import { ProgramOutput } from "./ProgramOutput";
import { RunBar } from "./RunBar";
import { useProgramRun } from "./use-program-run";

export type RunnableCardProps = {
  /** Among the programs of the lesson. */
  id: string;
  /** Says which card it is to those who hear its buttons, e.g. "the snippet corners". */
  what: string;
  runLabel: string;
  fences: readonly Fence[];
  /** The whole program, as the lesson has it. */
  original: ProgramText;
  /** Lines of it that come before those that the card shows. */
  hiddenLines: number;
  /** One sentence on what to look at in the output of the original. */
  look?: string;
  /** Below the original's output. */
  children?: ReactNode;
};

/** Code with Run and its output. Edit turns the code into its whole program, to be changed and run in place. */
export function RunnableCard(props: RunnableCardProps) {
  const { id, what, runLabel, fences, original, hiddenLines, look, children } = props;
  const { edits, renderEditor, openInPlayground, runProgram } = useLesson();
  const { run, start, stop } = useProgramRun(runProgram);
  const name = `${id}:${original.language}`;
  const edited = useStore(edits.store, (all) => all[name]);
  const [asked, setAsked] = useState<{ id: number; line: number } | null>(null);
  const shown = edited === undefined ? original : { ...original, source: edited };
  const isOfShown = run.kind === "ended" && standingOf(run.program, shown) === "of-this-text";
  const error = isOfShown ? run.outcome.error : null;

  function showLine(line: number): void {
    if (edited === undefined) edits.edit(name, original.source);
    setAsked({ id: (asked?.id ?? 0) + 1, line });
  }

  return (
    <CodeCard
      what={what}
      fences={fences}
      program={shown.source}
      actions={
        edited === undefined ? (
          <Button
            kind="text"
            className="needs-script"
            onClick={() => edits.edit(name, original.source)}
          >
            Edit<span className="visually-hidden"> {what}</span>
          </Button>
        ) : (
          <Button kind="text" className="needs-script" onClick={() => edits.edit(name, null)}>
            As it was<span className="visually-hidden">: {what}</span>
          </Button>
        )
      }
      editor={
        edited === undefined
          ? null
          : renderEditor({
              source: edited,
              language: original.language,
              label: `Editor of ${what}`,
              problem:
                error && error.line !== null ? { line: error.line, message: error.message } : null,
              lineRequest: asked,
              onLineShown: () => setAsked(null),
              onEdit: (source) => edits.edit(name, source),
              onRun: () => start(shown),
            })
      }
    >
      <RunBar label={runLabel} what={what} run={run} onRun={() => start(shown)} onStop={stop}>
        <Button kind="text" className="run-bar-aside" onClick={() => openInPlayground(shown, what)}>
          Open in the playground<span className="visually-hidden">: {what}</span>
        </Button>
      </RunBar>
      <ProgramOutput
        what={what}
        run={run}
        shown={shown}
        hiddenLines={edited === undefined ? hiddenLines : 0}
        onLine={isOfShown ? showLine : null}
        look={edited === undefined || edited === original.source ? look : undefined}
      />
      {edited === undefined && children}
    </CodeCard>
  );
}
