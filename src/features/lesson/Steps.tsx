import { OpenIcon, TickIcon } from "../../ui/icons";
import { InlineText } from "../../ui/InlineText";
import { LineLink } from "../../ui/LineLink";
import { useLesson } from "./lesson-context";
import type { LessonEnvironment, StepSeen } from "./lesson-context";

/** The steps of the problem, in order, ticked by what the last run showed. */
export function Steps() {
  const { steps, stepsSeen, onLine } = useLesson();
  if (steps.length === 0) return null;
  return (
    <ol className="steps" aria-label="The steps">
      {steps.map(({ id, text }) => {
        const found = stepsSeen.find((step) => step.id === id);
        return (
          <li key={id} data-seen={found?.seen || undefined}>
            {found?.seen ? <TickIcon /> : <OpenIcon />}
            <span>
              <InlineText text={text} />
              {found && <Found step={found} onLine={onLine} />}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** The tick in words, with the line in the learner's file. */
function Found({
  step: { seen, line },
  onLine,
}: {
  step: StepSeen;
  onLine: LessonEnvironment["onLine"];
}) {
  if (!seen) return <span className="visually-hidden"> Not seen in the last run.</span>;
  return (
    <span className="step-found">
      <span className="visually-hidden"> Seen in the last run</span>
      {line !== null && (
        <>
          {" "}
          <LineLink line={line} onLine={onLine} />
        </>
      )}
    </span>
  );
}
