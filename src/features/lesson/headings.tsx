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
      {/* Sections are in the contents too: once is enough for the Tab key. */}
      <LessonLink href={`#${id}`} className="heading-link" tabIndex={level === 2 ? -1 : undefined}>
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

/** A list of links to the sections, and below it one to each figure. */
export function Contents({ children }: { children: ReactNode }) {
  const { figures } = useLesson();
  const named = Object.entries(figures);
  return (
    <nav className="lesson-contents" aria-label="Sections of the lesson">
      {children}
      {named.length > 0 && (
        <div className="lesson-contents-figures">
          <span id="lesson-figures">Figures</span>
          <ul aria-labelledby="lesson-figures">
            {named.map(([id, { title }]) => (
              <li key={id}>
                <PlaceLink id={`figure-${id}`} path={`/figure/${id}`}>
                  {title}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </nav>
  );
}

/** A link in the lesson's text, to a section by `#id` or to anywhere else. */
export function LessonLink({ href = "", className, tabIndex, children }: ComponentProps<"a">) {
  if (/^#[^/]/.test(href))
    return (
      <PlaceLink id={href.slice(1)} path={href} className={className} tabIndex={tabIndex}>
        {children}
      </PlaceLink>
    );
  return (
    <a href={href} className={className}>
      {children}
    </a>
  );
}

type PlaceLinkProps = {
  /** Of the element. */
  id: string;
  /** What follows the lesson's address. */
  path: string;
  className?: string | undefined;
  tabIndex?: number | undefined;
  children?: ReactNode;
};

/**
 * A link to a place in the lesson. It is `#id`, which browsers follow by themselves; with the page's script it has the lesson's
 * address before it, and the page follows it.
 */
function PlaceLink({ id, path, className, tabIndex, children }: PlaceLinkProps) {
  const { address } = useLesson();
  const target = useScripted() ? `${address}${path}` : `#${id}`;

  function follow(event: MouseEvent): void {
    // At this address already, the browser would do nothing.
    if (window.location.hash !== target) return;
    event.preventDefault();
    const place = document.getElementById(id);
    place?.scrollIntoView({ block: "start" });
    place?.focus({ preventScroll: true });
  }
  return (
    <a href={target} className={className} tabIndex={tabIndex} onClick={follow}>
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
