import type { ReactNode } from "react";
import { programOf } from "./CodeCard";
import { readFences } from "./fences";
import { useLesson } from "./lesson-context";
import { RunnableCard } from "./RunnableCard";

/** A complete program in both languages, from fences (`setup` folds one away), with Run below it. */
export function Snippet({ id, children }: { id: string; children: ReactNode }) {
  const { language, address } = useLesson();
  const fences = readFences(children);
  const program = fences.filter((fence) => fence.language === language);
  const setup = programOf(program.filter((fence) => fence.setup));
  return (
    <RunnableCard
      id={`${address}/snippet/${id}`}
      what={`the snippet ${id.replaceAll("-", " ")}`}
      runLabel="Run"
      fences={fences}
      original={{ source: programOf(program), language }}
      hiddenLines={setup === "" ? 0 : setup.split("\n").length}
    />
  );
}
