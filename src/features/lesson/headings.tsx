import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { textOf } from "./fences";

/** The address of a heading within the lesson: "Your turn" is #your-turn. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

export function SectionHeading({ children }: ComponentProps<"h2">) {
  // Focusable, so that a link to it moves the keyboard there too.
  return (
    <h2 id={slug(textOf(children))} tabIndex={-1}>
      {children}
    </h2>
  );
}

/** A list of links to the sections. */
export function Contents({ children }: { children: ReactNode }) {
  return (
    <nav className="lesson-contents" aria-label="Sections of the lesson">
      {children}
    </nav>
  );
}

/**
 * A link in the lesson's text. Those to a section scroll there and leave the address alone, because
 * the page keeps its route in the part after the #.
 */
export function LessonLink({ href = "", children }: ComponentProps<"a">) {
  function follow(event: MouseEvent): void {
    const target = href.startsWith("#") ? document.getElementById(href.slice(1)) : null;
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView({ block: "start" });
    target.focus({ preventScroll: true });
  }
  return (
    <a href={href} onClick={follow}>
      {children}
    </a>
  );
}
