import type { ReactNode } from "react";
import type { Mistake, RunError, Verdict } from "../../protocol/verdict";
import { InlineText } from "../../ui/InlineText";
import { OpenIcon, TickIcon } from "../../ui/icons";
import { verdictSentence } from "./verdict-sentence";

/** What an error means in this lesson, and what to look at next. */
export type ErrorExplanation = { text: string; next: string };

export type VerdictHeadProps = {
  /** Under a mistake's reasons, before what to look at next. */
  picture?: ReactNode;
  verdict: Verdict;
  halves: ReadonlyMap<string, string>;
  /** Of the verdict's error; null where there is nothing to say. */
  explanation: ErrorExplanation | null;
};

/** The first sentence with its mark; under it the error's own words or the mistake's card. */
export function VerdictHead({ verdict, halves, explanation, picture }: VerdictHeadProps) {
  const { tone, text } = verdictSentence(verdict, halves);
  return (
    <>
      <h2 className="headline" data-tone={tone}>
        {tone === "pass" && <TickIcon />}
        {tone === "not-yet" && <OpenIcon />}
        <span>{text}</span>
      </h2>
      {verdict.error && <ErrorText error={verdict.error} />}
      {explanation && <Explanation {...explanation} />}
      {verdict.mistake && <MistakeCard mistake={verdict.mistake} picture={picture} />}
    </>
  );
}

function ErrorText({ error }: { error: RunError }) {
  return (
    <pre className="error-text" tabIndex={0} aria-label="The error">
      {error.type}: {error.message}
      {error.line === null ? "" : `\n  line ${error.line}`}
    </pre>
  );
}

function Explanation({ text, next }: ErrorExplanation) {
  return (
    <section className="mistake" aria-label="What this error means here">
      <p className="mistake-next">
        <InlineText text={next} />
      </p>
      <p>
        <InlineText text={text} />
      </p>
    </section>
  );
}

/** The recommendation first, then why and how it is known. */
function MistakeCard({ mistake, picture }: { mistake: Mistake; picture: ReactNode }) {
  return (
    <section className="mistake" aria-label={mistake.title}>
      {mistake.where && (
        <p className="mistake-where">
          <InlineText text={mistake.where.text} />
        </p>
      )}
      <p className="mistake-next">
        <InlineText text={mistake.next} />
      </p>
      <p>
        <InlineText text={mistake.message} />
      </p>
      <p className="result-note">{mistake.evidence}</p>
      {picture}
    </section>
  );
}
