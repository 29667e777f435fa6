import type { ReactNode } from "react";
import { CodeCard } from "./CodeCard";
import { readFences } from "./fences";
import { useLesson } from "./lesson-context";
import { ProgramOutput } from "./ProgramOutput";
import { RunBar } from "./RunBar";
import { TintedCode } from "./TintedCode";
import { useProgramRun } from "./use-program-run";

type BrokenProps = {
  /** Names the complete broken program to run. */
  program: string;
  /** One sentence on what to look at in its output. */
  look: string;
  /** Fences with the lines that matter, in both languages. */
  children: ReactNode;
};

/** The lines of a mistake, and a run of the whole broken program. The learner's draft is not touched. */
export function BrokenProgram({ program, look, children }: BrokenProps) {
  const { programs, language } = useLesson();
  const { run, start, stop } = useProgramRun();
  const what = `the mistake ${program.replaceAll("-", " ")}`;
  const source = programs[program]?.[language];
  if (source === undefined) throw new Error(`the lesson has no broken program ${program}`);
  const shown = { source, language };
  return (
    <CodeCard what={what} fences={readFences(children)}>
      <RunBar
        label="See it happen"
        what={what}
        run={run}
        onRun={() => start(shown)}
        onStop={stop}
      />
      <ProgramOutput what={what} run={run} shown={shown} hiddenLines={0} look={look} />
      <details className="card-fold card-fold-end">
        <summary>
          The whole program<span className="visually-hidden"> of {what}</span>
        </summary>
        <TintedCode code={source} language={language} />
      </details>
    </CodeCard>
  );
}
