import type { ReactNode } from "react";
import { CodeCard, programOf } from "./CodeCard";
import { readFences } from "./fences";
import { useLesson } from "./lesson-context";
import { ProgramOutput } from "./ProgramOutput";
import { RunBar } from "./RunBar";
import { useProgramRun } from "./use-program-run";

/** A complete program in both languages, from fences (`setup` folds one away), with Run below it. */
export function Snippet({ children }: { id: string; children: ReactNode }) {
  const { runProgram, language } = useLesson();
  const { run, start, stop } = useProgramRun(runProgram);
  const fences = readFences(children);
  const program = fences.filter((fence) => fence.language === language);
  const shown = { source: programOf(program), language };
  const setup = programOf(program.filter((fence) => fence.setup));
  return (
    <CodeCard fences={fences}>
      <RunBar label="Run" run={run} onRun={() => start(shown)} onStop={stop} />
      <ProgramOutput
        run={run}
        shown={shown}
        hiddenLines={setup === "" ? 0 : setup.split("\n").length}
      />
    </CodeCard>
  );
}
