import { Children, cloneElement, isValidElement } from "react";
import type { ReactElement, ReactNode } from "react";
import { codeIn } from "./fences";
import type { CodeProps } from "./fences";
import { lineRanges } from "./line-ranges";

type LineProps = CodeProps & { "data-half"?: "nnx" | "linen" };

/** A code block from the lesson's text, with a mark in the margin of the lines of each half. */
export function CodeLines({ pre }: { pre: ReactElement<CodeProps> }) {
  const code = codeIn(pre);
  return (
    // A block that scrolls sideways has to be reachable by keyboard.
    <pre className={`code ${pre.props.className ?? ""}`} tabIndex={0}>
      <code>{code && markHalves(code.props.children, pre.props)}</code>
    </pre>
  );
}

function markHalves(children: ReactNode, props: CodeProps): ReactNode {
  const nnx = lineRanges(props["data-nnx"]);
  const linen = lineRanges(props["data-linen"]);
  let line = 0;
  return Children.map(children, (child) => {
    if (!isValidElement<LineProps>(child) || child.props.className !== "line") return child;
    line += 1;
    if (nnx.has(line)) return cloneElement(child, { "data-half": "nnx" });
    return linen.has(line) ? cloneElement(child, { "data-half": "linen" }) : child;
  });
}
