import { useSyncExternalStore } from "react";
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { textOf } from "./fences";
import { useLesson } from "./lesson-context";

/** The id of a heading within the lesson: "Your turn" is your-turn. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

type HeadingProps = { level: 2 | 3; children?: ReactNode };

/** A heading with an address of its own, which its text links to. */
export function Heading({ level, children }: HeadingProps) {
  const id = slug(textOf(children));
  const Tag = `h${level}` as const;
  return (
    // Focusable, so that a link to it moves the keyboard there too.
    <Tag id={id} tabIndex={-1}>
      <LessonLink href={`#${id}`} className="heading-link">
        {children}
      </LessonLink>
    </Tag>
  );
}

export function SectionHeading({ children }: ComponentProps<"h2">) {
  return <Heading level={2}>{children}</Heading>;
}

export function SubsectionHeading({ children }: ComponentProps<"h3">) {
  return <Heading level={3}>{children}</Heading>;
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
 * A link in the lesson's text. To a section it is `#id`, which browsers follow by themselves; with the page's script it has
 * the lesson's address before it, and the page follows it.
 */
export function LessonLink({ href = "", className, children }: ComponentProps<"a">) {
  const { address } = useLesson();
  const scripted = useScripted();
  const toSection = /^#[^/]/.test(href);
  const target = toSection && scripted ? `${address}${href}` : href;

  function follow(event: MouseEvent): void {
    // At this address already, the browser would do nothing.
    if (!toSection || window.location.hash !== target) return;
    event.preventDefault();
    const section = document.getElementById(href.slice(1));
    section?.scrollIntoView({ block: "start" });
    section?.focus({ preventScroll: true });
  }
  return (
    <a href={target} className={className} onClick={follow}>
      {children}
    </a>
  );
}

const never = () => () => undefined;

/** False in the HTML as it is built, true once the page's script has taken it over. */
function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
