import "./traceback.css";

/** Where an error came from, frame by frame: folded away, since the error itself stands above it. */
export function Traceback({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <details className="traceback">
      <summary>Traceback</summary>
      <pre tabIndex={0} aria-label="Traceback">
        {text}
      </pre>
    </details>
  );
}
