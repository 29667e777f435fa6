/** Reads the highlighted code blocks that a lesson's text puts inside a component. */
import { Children, Fragment, isValidElement } from "react";
import type { ReactElement, ReactNode } from "react";
import type { Language } from "../../protocol/backend";

/** What MDX and the highlighter put on a `<pre>`, its `<code>` and the lines in it. */
export type CodeProps = {
  children?: ReactNode;
  className?: string;
  "data-setup"?: string;
  /** Lines that a mark of the lesson names, as in "1-3,7". */
  [mark: `data-${string}`]: string | undefined;
};

export type Fence = {
  language: Language;
  /** Fold it away: what comes before the lines worth reading. */
  setup: boolean;
  text: string;
  pre: ReactElement<CodeProps>;
};

const LANGUAGE_CLASSES: Readonly<Record<string, Language>> = {
  "language-python": "python",
  "language-ts": "typescript",
  "language-typescript": "typescript",
};

/** The fenced code blocks among some children, in order. Blocks in other languages are left out. */
export function readFences(children: ReactNode): Fence[] {
  return Children.toArray(children).flatMap((child) => {
    if (!isValidElement<CodeProps>(child)) return [];
    // The highlighter wraps each block in a fragment.
    if (child.type === Fragment) return readFences(child.props.children);
    const code = codeIn(child);
    const language = code && languageOf(code.props.className);
    if (!language) return [];
    const setup = child.props["data-setup"] !== undefined;
    return [{ language, setup, text: trimmedText(code), pre: child }];
  });
}

/** The `<code>` directly inside a `<pre>`, if the element is one. */
export function codeIn(pre: ReactElement<CodeProps>): ReactElement<CodeProps> | null {
  const inside = Children.toArray(pre.props.children).find((child) =>
    isValidElement<CodeProps>(child),
  );
  return isValidElement<CodeProps>(inside) ? inside : null;
}

/** The text of a tree of elements, without its markup. */
export function textOf(node: ReactNode): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (Array.isArray(node)) return node.map(textOf).join("");
  return isValidElement<CodeProps>(node) ? textOf(node.props.children) : "";
}

function trimmedText(code: ReactElement<CodeProps>): string {
  return textOf(code).replace(/\n+$/, "");
}

/** The language that a highlighted block is in; none of other languages than those of programs. */
export function languageOf(className: string | undefined): Language | undefined {
  return className
    ?.split(" ")
    .map((name) => LANGUAGE_CLASSES[name])
    .find((language) => language !== undefined);
}
