import type { ConsoleLine } from "../../protocol/verdict";

/** What the learner's code printed: text under a label of its own, never mistaken for the page's words. */
export function ConsoleLines({ lines }: { lines: readonly ConsoleLine[] }) {
  if (lines.length === 0) return <p className="result-note">Your code printed nothing.</p>;
  return (
    <figure className="printed">
      <figcaption>Your code printed</figcaption>
      <pre tabIndex={0} aria-label="Your code printed">
        {lines.map(({ level, text }, i) => (
          <span key={i} data-level={level}>
            {text}
            {"\n"}
          </span>
        ))}
      </pre>
    </figure>
  );
}
