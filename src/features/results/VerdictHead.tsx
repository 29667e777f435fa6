import type { ReactNode } from "react";
import type { Headline } from "../../protocol/ending-sentence";
import type { ErrorExplanation, Mistake, RunError, Verdict } from "../../protocol/verdict";
import { InlineText } from "../../ui/InlineText";
import { LineLink } from "../../ui/LineLink";
import { Traceback } from "../../ui/Traceback";
import { OpenIcon, TickIcon } from "../../ui/icons";

export type VerdictHeadProps = {
  /** Under a mistake's reasons, before what to look at next. */
  picture?: ReactNode;
  verdict: Verdict;
  headline: Headline;
  /** The program that ran, whose line an error names. */
  source: string;
  /** Shows a line of it; null where another text is on the screen. */
  onLine: ((line: number) => void) | null;
  /** Of the error, where the language has one. */
  traceback: string | null;
};

/** The first sentence with its mark; under it the error's own words or the mistake's card. */
export function VerdictHead(props: VerdictHeadProps) {
  const { verdict, headline, source, onLine, traceback, picture } = props;
  const { tone, text } = headline;
  return (
    <>
      <h2 className="headline" data-tone={tone}>
        {tone === "pass" && <TickIcon />}
        {tone === "not-yet" && <OpenIcon />}
        <span>{text}</span>
      </h2>
      {verdict.error && <ErrorText error={verdict.error} source={source} onLine={onLine} />}
      <Traceback text={traceback} />
      {verdict.explanation && <Explanation {...verdict.explanation} />}
      {verdict.mistake && (
        <MistakeCard mistake={verdict.mistake} onLine={onLine} picture={picture} />
      )}
    </>
  );
}

/** The error as JAX puts it, and the learner's line. */
function ErrorText({
  error,
  source,
  onLine,
}: Pick<VerdictHeadProps, "source" | "onLine"> & { error: RunError }) {
  const { type, message, line } = error;
  const code = line === null ? "" : (source.split("\n")[line - 1]?.trim() ?? "");
  return (
    <pre className="error-text" tabIndex={0} aria-label="The error">
      {type}: {message}
      {line !== null && (
        <span className="error-line">
          <LineLink line={line} onLine={onLine} /> <code>{code}</code>
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
function MistakeCard({
  mistake,
  onLine,
  picture,
}: Pick<VerdictHeadProps, "onLine" | "picture"> & { mistake: Mistake }) {
  const { where } = mistake;
  return (
    <section className="mistake" aria-label={mistake.title}>
      {where && (
        <p className="mistake-where">
          <InlineText text={where.text} />
          {where.line !== null && onLine && (
            <>
              {" "}
              <LineLink line={where.line} onLine={onLine}>{`Go to line ${where.line}`}</LineLink>
            </>
          )}
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
