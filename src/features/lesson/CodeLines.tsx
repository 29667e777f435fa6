import { Children, cloneElement, isValidElement, useRef } from "react";
import type { ReactElement, ReactNode } from "react";
import type { Look } from "../../lib/look";
import { useScrollStop } from "../../ui/use-scroll-stop";
import { codeIn } from "./fences";
import type { CodeProps } from "./fences";
import { useLesson } from "./lesson-context";
import { lineRanges } from "./line-ranges";

type LineProps = CodeProps & { "data-look"?: Look };

/** A code block from the lesson's text, with a mark in the margin of the lines of each half. */
export function CodeLines({ pre }: { pre: ReactElement<CodeProps> }) {
  const { marks } = useLesson();
  const code = codeIn(pre);
  const box = useRef<HTMLPreElement>(null);
  return (
    <pre ref={box} className={`code ${pre.props.className ?? ""}`} tabIndex={useScrollStop(box)}>
      <code>{code && markLines(code.props.children, looksOf(pre.props, marks))}</code>
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

function markLines(children: ReactNode, looks: ReadonlyMap<number, Look>): ReactNode {
  let line = 0;
  return Children.map(children, (child) => {
    if (!isValidElement<LineProps>(child) || child.props.className !== "line") return child;
    const look = looks.get(++line);
    return look === undefined ? child : cloneElement(child, { "data-look": look });
  });
}
