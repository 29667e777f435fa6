import { OpenIcon, TickIcon } from "../../ui/icons";
import { InlineText } from "../../ui/InlineText";
import { useLesson } from "./lesson-context";
import type { StepSeen } from "./lesson-context";

/** The steps of the problem, in order, ticked by what the last run showed. */
export function Steps() {
  const { steps, stepsSeen } = useLesson();
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
              {found && <Found step={found} />}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** The tick in words, with the line in the learner's file. */
function Found({ step: { seen, line } }: { step: StepSeen }) {
  if (!seen) return <span className="visually-hidden"> Not seen in the last run.</span>;
  return (
    <span className="step-found">
      <span className="visually-hidden"> Seen in the last run</span>
      {line !== null && ` line ${line}`}
    </span>
  );
}
