import type { Language } from "../../protocol/backend";
import { tint } from "./tint";

/** Code that is not part of the lesson's text, lightly coloured. */
export function TintedCode({ code, language }: { code: string; language: Language }) {
  return (
    // A block that scrolls sideways has to be reachable by keyboard.
    <pre className="code" tabIndex={0}>
      <code>
        {tint(code.trimEnd(), language).map(({ kind, text }, index) =>
          kind === "plain" ? (
            text
          ) : (
            <span key={index} className={`tint-${kind}`}>
              {text}
            </span>
          ),
        )}
      </code>
    </pre>
  );
}
