import { useState } from "react";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button";
import { takeFocus } from "../../ui/take-focus";
import { LANGUAGE_NAMES } from "../../protocol/backend";
import type { Language } from "../../protocol/backend";
import { CompareDialog } from "./CompareDialog";
import { CopyButton } from "./CopyButton";
import { Heading } from "./headings";
import { TintedCode } from "./TintedCode";

type SolutionProps = {
  /** One right answer, in the language that is read. */
  solution: string;
  language: Language;
  /** Passed already: the solution is shown without asking. */
  passed: boolean;
  onUse: () => void;
  /** The code in the editor, asked for when it is compared. */
  ownCode: () => string;
  /** What that code and the solution do, drawn beside them. */
  renderCompared?: (yours: string) => ReactNode;
};

type Stage = "closed" | "asking" | "open";

/** One right answer, behind a question while the learner has none of their own. */
export function Solution({
  solution,
  language,
  passed,
  onUse,
  ownCode,
  renderCompared,
}: SolutionProps) {
  const [stage, setStage] = useState<Stage>("closed");
  const [returned, setReturned] = useState(false);
  const [compared, setCompared] = useState<string | null>(null);
  function close(): void {
    setReturned(true);
    setStage("closed");
  }
  return (
    <section className="solution needs-script" aria-labelledby="solution">
      <Heading level={3}>Solution</Heading>
      {stage === "closed" && (
        <div className="solution-buttons">
          {passed && (
            <Button onClick={() => setCompared(ownCode())}>Compare with one solution</Button>
          )}
          <Button autoFocus={returned} onClick={() => setStage(passed ? "open" : "asking")}>
            {passed ? "Show the solution" : "Solution…"}
          </Button>
        </div>
      )}
      {compared !== null && (
        <CompareDialog
          yours={compared}
          solution={solution}
          picture={renderCompared?.(compared) ?? null}
          onClose={() => setCompared(null)}
        />
      )}
      {stage === "asking" && <Question onShow={() => setStage("open")} onKeep={close} />}
      {stage === "open" && (
        <div className="card" ref={takeFocus} tabIndex={-1} role="group" aria-label="One solution">
          <div className="card-head">
            <span className="card-title">One solution, in {LANGUAGE_NAMES[language]}</span>
            <CopyButton text={solution} what="the solution" />
          </div>
          <TintedCode code={solution} language={language} />
          <div className="run-bar">
            <Button onClick={onUse}>Put it into the editor</Button>
            <span className="run-bar-note">Your code comes back with undo.</span>
            <Button kind="text" onClick={close}>
              Hide
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}

function Question({ onShow, onKeep }: { onShow: () => void; onKeep: () => void }) {
  return (
    <div className="question" role="group" aria-labelledby="solution-question">
      <p id="solution-question">
        Show the solution? What you have written stays in the editor either way.
      </p>
      <div className="run-bar">
        <Button autoFocus onClick={onKeep}>
          Keep trying
        </Button>
        <Button onClick={onShow}>Show it</Button>
      </div>
    </div>
  );
}
