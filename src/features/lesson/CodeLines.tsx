import { Children, cloneElement, isValidElement, useRef } from "react";
import type { ReactElement, ReactNode } from "react";
import { useStore } from "zustand";
import type { Look } from "../../lib/look";
import { useScrollStop } from "../../ui/use-scroll-stop";
import { linesNamed } from "../../state/pointed-lines";
import { codeIn, languageOf, textOf } from "./fences";
import type { CodeProps } from "./fences";
import { useLesson } from "./lesson-context";
import { lineRanges } from "./line-ranges";

type LineProps = CodeProps & { "data-look"?: Look; "data-pointed"?: Look };

/** A code block from the lesson's text, with a mark in the margin of the lines of each half. */
export function CodeLines({ pre }: { pre: ReactElement<CodeProps> }) {
  const { marks, pointed } = useLesson();
  const code = codeIn(pre);
  const language = code ? languageOf(code.props.className) : undefined;
  // As text: a block is drawn again only where other lines of it are pointed at.
  const named = useStore(pointed, (to) =>
    to && language ? linesNamed(textOf(code), to.lines[language]).join(",") : "",
  );
  const look = useStore(pointed, (to) => (named === "" ? undefined : to?.look));
  const box = useRef<HTMLPreElement>(null);
  return (
    <pre ref={box} className={`code ${pre.props.className ?? ""}`} tabIndex={useScrollStop(box)}>
      <code>
        {code && markLines(code.props.children, looksOf(pre.props, marks), lineRanges(named), look)}
      </code>
    </pre>
  );
}

/** The look of each marked line, by its number from 1; the mark that is named first wins. */
function looksOf(props: CodeProps, marks: Readonly<Record<string, Look>>): Map<number, Look> {
  const looks = new Map<number, Look>();
  for (const [mark, look] of Object.entries(marks))
    for (const line of lineRanges(props[`data-${mark}`]))
      if (!looks.has(line)) looks.set(line, look);
  return looks;
}

function markLines(
  children: ReactNode,
  looks: ReadonlyMap<number, Look>,
  named: Iterable<number>,
  pointedLook: Look | undefined,
): ReactNode {
  const pointed = new Set(named);
  let line = 0;
  return Children.map(children, (child) => {
    if (!isValidElement<LineProps>(child) || child.props.className !== "line") return child;
    const look = looks.get(++line);
    const marks: LineProps = {
      ...(look && { "data-look": look }),
      ...(pointed.has(line) && { "data-pointed": pointedLook }),
    };
    return Object.keys(marks).length === 0 ? child : cloneElement(child, marks);
  });
}
