import type { ModelForm } from "../../../figure-models/wrapped-models-model";
import { LANGUAGE_NAMES } from "../../../protocol/backend";
import type { Language } from "../../../protocol/backend";
import type { PrintedRun } from "./printed-run";

export type FormCardProps = {
  form: ModelForm;
  language: Language;
  /** null until the text has come. */
  source: string | null;
  run: PrintedRun | null;
};

/** What a form adds, its program behind a fold, and the losses that it printed. */
export function FormCard({ form: { title, note }, language, source, run }: FormCardProps) {
  return (
    <li className="form-card">
      <p>
        <b>{title}</b> {note}
      </p>
      <dl>
        <div>
          <dt>before</dt>
          <dd>{run?.kind === "ran" ? run.before : "–"}</dd>
        </div>
        <div>
          <dt>after</dt>
          <dd>{run?.kind === "ran" ? run.after : "–"}</dd>
        </div>
      </dl>
      {run?.kind === "failed" && <p className="form-failed">{run.why}</p>}
      {source !== null && (
        <details className="as-table">
          <summary>The program, in {LANGUAGE_NAMES[language]}</summary>
          <pre tabIndex={0} aria-label={`Program: ${title}`}>
            <code>{source}</code>
          </pre>
        </details>
      )}
    </li>
  );
}
