import type { ReactNode } from "react";
import { CodeCard, programOf } from "./CodeCard";
import { readFences } from "./fences";
import { useLesson } from "./lesson-context";
import { ProgramOutput } from "./ProgramOutput";
import { RunBar } from "./RunBar";
import { useProgramRun } from "./use-program-run";

/** A complete program in both languages, from fences (`setup` folds one away), with Run below it. */
export function Snippet({ id, children }: { id: string; children: ReactNode }) {
  const { language } = useLesson();
  const { run, start, stop } = useProgramRun();
  const what = `the snippet ${id.replaceAll("-", " ")}`;
  const fences = readFences(children);
  const program = fences.filter((fence) => fence.language === language);
  const shown = { source: programOf(program), language };
  const setup = programOf(program.filter((fence) => fence.setup));
  return (
    <CodeCard what={what} fences={fences}>
      <RunBar label="Run" what={what} run={run} onRun={() => start(shown)} onStop={stop} />
      <ProgramOutput
        what={what}
        run={run}
        shown={shown}
        hiddenLines={setup === "" ? 0 : setup.split("\n").length}
      />
    </CodeCard>
  );
}
