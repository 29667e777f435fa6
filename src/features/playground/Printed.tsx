import type { ConsoleLine } from "../../protocol/verdict";

/** What the program printed, as text. */
export function Printed({ lines }: { lines: readonly ConsoleLine[] }) {
  if (lines.length === 0) return null;
  return (
    <pre className="program-printed" tabIndex={0} aria-label="The program printed">
      {lines.map(({ level, text }, i) => (
        <span key={i} data-level={level}>
          {text}
          {"\n"}
        </span>
      ))}
    </pre>
  );
}
