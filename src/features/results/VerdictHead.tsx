import type { ReactNode } from "react";
import type { Headline } from "../../protocol/ending-sentence";
import type { ErrorExplanation, Mistake, RunError, Verdict } from "../../protocol/verdict";
import { InlineText } from "../../ui/InlineText";
import { OpenIcon, TickIcon } from "../../ui/icons";

export type VerdictHeadProps = {
  /** Under a mistake's reasons, before what to look at next. */
  picture?: ReactNode;
  verdict: Verdict;
  headline: Headline;
  /** The program that ran, whose line an error names. */
  source: string;
};

/** The first sentence with its mark; under it the error's own words or the mistake's card. */
export function VerdictHead({ verdict, headline, source, picture }: VerdictHeadProps) {
  const { tone, text } = headline;
  return (
    <>
      <h2 className="headline" data-tone={tone}>
        {tone === "pass" && <TickIcon />}
        {tone === "not-yet" && <OpenIcon />}
        <span>{text}</span>
      </h2>
      {verdict.error && <ErrorText error={verdict.error} source={source} />}
      {verdict.explanation && <Explanation {...verdict.explanation} />}
      {verdict.mistake && <MistakeCard mistake={verdict.mistake} picture={picture} />}
    </>
  );
}

/** The error as JAX puts it, and the learner's line. */
function ErrorText({ error, source }: { error: RunError; source: string }) {
  const { type, message, line } = error;
  const code = line === null ? "" : (source.split("\n")[line - 1]?.trim() ?? "");
  return (
    <pre className="error-text" tabIndex={0} aria-label="The error">
      {type}: {message}
      {line !== null && (
        <span className="error-line">
          <span>line {line}</span> <code>{code}</code>
        </span>
      )}
    </pre>
  );
}

function Explanation({ title, message, next }: ErrorExplanation) {
  return (
    <section className="mistake" aria-label={title}>
      <p className="mistake-next">
        <InlineText text={next} />
      </p>
      <p>
        <InlineText text={message} />
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
