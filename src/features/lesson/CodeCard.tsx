import type { ReactNode } from "react";
import { LANGUAGE_NAMES } from "../../protocol/backend";
import { CodeLines } from "./CodeLines";
import { CopyButton } from "./CopyButton";
import type { Fence } from "./fences";
import { LANGUAGE_ORDER } from "./language-order";
import { LanguageSwitch } from "./LanguageSwitch";
import { useLesson } from "./lesson-context";

/** Code in both languages, one of them in view, with what stands below it. */
export function CodeCard({ fences, children }: { fences: readonly Fence[]; children: ReactNode }) {
  const { language, onLanguage } = useLesson();
  const chosen = fences.filter((fence) => fence.language === language);
  return (
    <div className="card">
      <div className="card-head">
        <LanguageSwitch value={language} onChange={onLanguage} />
        <CopyButton text={programOf(chosen)} what="this snippet" />
      </div>
      {LANGUAGE_ORDER.map((each) => (
        // Both are in the page: without a script they are read one after the other.
        <div key={each} className="card-code" data-shown={each === language}>
          <p className="card-language">{LANGUAGE_NAMES[each]}</p>
          {fences
            .filter((fence) => fence.language === each)
            .map((fence) => (
              <CodeBlock key={fence.setup ? "setup" : "code"} fence={fence} />
            ))}
        </div>
      ))}
      {children}
    </div>
  );
}

function CodeBlock({ fence }: { fence: Fence }) {
  if (!fence.setup) return <CodeLines pre={fence.pre} />;
  const lines = fence.text.split("\n").length;
  return (
    <details className="card-fold">
      <summary>{`Set-up, ${lines} ${lines === 1 ? "line" : "lines"}`}</summary>
      <CodeLines pre={fence.pre} />
    </details>
  );
}

/** The complete program of some code blocks: the set-up, an empty line, the rest. */
export function programOf(fences: readonly Fence[]): string {
  return fences.map(({ text }) => `${text}\n`).join("\n");
}
