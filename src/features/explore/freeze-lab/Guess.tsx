import { useEffect, useRef } from "react";
import { Button } from "../../../ui/Button";

export type GuessProps = {
  question: string;
  options: readonly string[];
  onAnswer: (chosen: readonly string[]) => void;
  onSkip: () => void;
};

/** A question before the figure plays. Escape skips it. */
export function Guess({ question, options, onAnswer, onSkip }: GuessProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  return (
    <form
      ref={form}
      className="freeze-guess"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(new FormData(event.currentTarget).getAll("run").map(String));
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onSkip();
      }}
    >
      <fieldset>
        <legend>{question}</legend>
        {options.map((option) => (
          <label key={option}>
            <input type="checkbox" name="run" value={option} />
            {option}
          </label>
        ))}
      </fieldset>
      <div className="freeze-row">
        <Button kind="primary" type="submit">
          Play
        </Button>
        <Button kind="text" onClick={onSkip}>
          Skip <kbd>Esc</kbd>
        </Button>
      </div>
    </form>
  );
}
