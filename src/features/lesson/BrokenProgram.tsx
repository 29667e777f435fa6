import type { ReactNode } from "react";
import { readFences } from "./fences";
import { useLesson } from "./lesson-context";
import { RunnableCard } from "./RunnableCard";
import { TintedCode } from "./TintedCode";

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
  const { programs, language, address } = useLesson();
  const what = `the mistake ${program.replaceAll("-", " ")}`;
  const source = programs[program]?.[language];
  if (source === undefined) throw new Error(`the lesson has no broken program ${program}`);
  return (
    <RunnableCard
      id={`${address}/mistake/${program}`}
      what={what}
      runLabel="See it happen"
      fences={readFences(children)}
      original={{ source, language }}
      hiddenLines={0}
      look={look}
    >
      <details className="card-fold card-fold-end">
        <summary>
          The whole program<span className="visually-hidden"> of {what}</span>
        </summary>
        <TintedCode code={source} language={language} />
      </details>
    </RunnableCard>
  );
}
