import type { Mistake, RunError, Verdict } from "../../protocol/verdict";
import { OpenIcon, TickIcon } from "../../ui/icons";
import { verdictSentence } from "./verdict-sentence";

export type VerdictHeadProps = { verdict: Verdict; halves: ReadonlyMap<string, string> };

/** The first sentence with its mark; under it the error's own words or the mistake's card. */
export function VerdictHead({ verdict, halves }: VerdictHeadProps) {
  const { tone, text } = verdictSentence(verdict, halves);
  return (
    <>
      <h2 className="headline" data-tone={tone}>
        {tone === "pass" && <TickIcon />}
        {tone === "not-yet" && <OpenIcon />}
        <span>{text}</span>
      </h2>
      {verdict.error && <ErrorText error={verdict.error} />}
      {verdict.mistake && <MistakeCard mistake={verdict.mistake} />}
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

function MistakeCard({ mistake }: { mistake: Mistake }) {
  return (
    <section className="mistake" aria-label={mistake.title}>
      <p>{mistake.message}</p>
      <p className="result-note">{mistake.evidence}</p>
      <p>{mistake.next}</p>
    </section>
  );
}
