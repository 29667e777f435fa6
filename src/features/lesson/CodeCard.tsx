import type { ReactNode } from "react";
import { LANGUAGE_NAMES } from "../../protocol/backend";
import { Toolbar } from "../../ui/Toolbar";
import { CodeLines } from "./CodeLines";
import { CopyButton } from "./CopyButton";
import type { Fence } from "./fences";
import { LANGUAGE_ORDER } from "./language-order";
import { useLesson } from "./lesson-context";

export type CodeCardProps = {
  /** Says which card it is to those who hear its buttons, e.g. "the snippet corners". */
  what: string;
  fences: readonly Fence[];
  /** The complete program that is shown, for Copy. */
  program: string;
  /** Other buttons beside Copy. */
  actions: ReactNode;
  /** Takes the place of the code; null shows the lesson's own. */
  editor: ReactNode;
  children: ReactNode;
};

/** Code in both languages, that of the page in view, with what stands below it. */
export function CodeCard({ what, fences, program, actions, editor, children }: CodeCardProps) {
  const { language } = useLesson();
  return (
    <div className="card">
      <div className="card-head">
        <span className="card-title">{LANGUAGE_NAMES[language]}</span>
        <Toolbar className="card-actions" label={`Text of ${what}`}>
          {actions}
          <CopyButton text={program} what={what} />
        </Toolbar>
      </div>
      {editor}
      {!editor &&
        LANGUAGE_ORDER.map((each) => (
          // Both are in the page: without a script they are read one after the other.
          <div key={each} className="card-code" data-shown={each === language}>
            <p className="card-language">{LANGUAGE_NAMES[each]}</p>
            {fences
              .filter((fence) => fence.language === each)
              .map((fence) => (
                <CodeBlock key={fence.setup ? "setup" : "code"} what={what} fence={fence} />
              ))}
          </div>
        ))}
      {children}
    </div>
  );
}

function CodeBlock({ what, fence }: { what: string; fence: Fence }) {
  if (!fence.setup) return <CodeLines pre={fence.pre} />;
  const lines = fence.text.split("\n").length;
  return (
    <details className="card-fold">
      <summary>
        {`Set-up, ${lines} ${lines === 1 ? "line" : "lines"}`}
        <span className="visually-hidden"> of {what}</span>
      </summary>
      <CodeLines pre={fence.pre} />
    </details>
  );
}

/** The complete program of some code blocks: the set-up, an empty line, the rest. */
export function programOf(fences: readonly Fence[]): string {
  return fences.map(({ text }) => `${text}\n`).join("\n");
}
