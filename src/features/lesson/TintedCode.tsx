import { useRef } from "react";
import type { Language } from "../../protocol/backend";
import { useScrollStop } from "../../ui/use-scroll-stop";
import { tint } from "./tint";

/** Code that is not part of the lesson's text, lightly coloured. */
export function TintedCode({ code, language }: { code: string; language: Language }) {
  const box = useRef<HTMLPreElement>(null);
  return (
    <pre ref={box} className="code" tabIndex={useScrollStop(box)}>
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
