import { useState } from "react";
import type { Language } from "../../protocol/backend";
import { Button } from "../../ui/Button";
import { takeFocus } from "../../ui/take-focus";
import { Heading } from "./headings";
import { RichText } from "./RichText";

export type Hint = { title: string; body: string };

type HintsProps = {
  hints: readonly Hint[];
  /** How many of them are open. */
  shown: number;
  /** A hint for what the last run showed, offered before the ladder; null if there is none. */
  insight: Hint | null;
  language: Language;
  onShow: () => void;
};

/** A ladder of hints, opened one at a time. Without a script they are there, folded. */
export function Hints({ hints, shown, insight, language, onShow }: HintsProps) {
  const open = hints.slice(0, shown);
  const [asked, setAsked] = useState(false);
  function show(): void {
    setAsked(true);
    onShow();
  }
  return (
    <section className="hints" aria-labelledby="hints">
      <Heading level={3}>Hints</Heading>
      <p className="needs-script">
        {hints.length} hints, from a nudge to nearly the code. Using them costs nothing.
      </p>
      <ol className="hint-list">
        {open.map((hint, index) => (
          <li
            key={hint.title}
            className="hint"
            tabIndex={-1}
            ref={asked && index === shown - 1 ? takeFocus : undefined}
          >
            <h4>
              <span className="hint-number">Hint {index + 1}</span> {hint.title}
            </h4>
            <RichText text={hint.body} language={language} />
          </li>
        ))}
      </ol>
      {insight && <Insight key={insight.title} insight={insight} language={language} />}
      {shown < hints.length && (
        <Button className="needs-script" onClick={show}>
          Hint {shown + 1} of {hints.length}
        </Button>
      )}
      <noscript>
        {hints.map((hint) => (
          <details key={hint.title}>
            <summary>{hint.title}</summary>
            <RichText text={hint.body} language={language} />
          </details>
        ))}
      </noscript>
    </section>
  );
}

function Insight({ insight, language }: { insight: Hint; language: Language }) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button className="needs-script" onClick={() => setOpen(true)}>
        Hint for what the last run showed
      </Button>
    );
  return (
    <div className="hint" ref={takeFocus} tabIndex={-1} role="group" aria-label={insight.title}>
      <h4>{insight.title}</h4>
      <RichText text={insight.body} language={language} />
    </div>
  );
}
