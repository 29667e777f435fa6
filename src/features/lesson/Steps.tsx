import { OpenIcon } from "../../ui/icons";
import { useLesson } from "./lesson-context";
import { InlineText } from "./RichText";

/** The steps of the problem, in order. */
export function Steps() {
  const { steps } = useLesson();
  if (steps.length === 0) return null;
  return (
    <ol className="steps" aria-label="The steps">
      {steps.map(({ id, text }) => (
        <li key={id}>
          <OpenIcon />
          <span>
            <InlineText text={text} />
          </span>
        </li>
      ))}
    </ol>
  );
}
