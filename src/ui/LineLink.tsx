import "./line-link.css";

export type LineLinkProps = {
  line: number;
  /** Shows the line where the program stands; null where the text on the screen is another by now. */
  onLine: ((line: number) => void) | null;
  /** The line in words, where it is not counted from the top of the file. */
  children?: string;
};

/** The number of a line, which leads there. */
export function LineLink({ line, onLine, children = `line ${line}` }: LineLinkProps) {
  if (!onLine) return <span>{children}</span>;
  return (
    <button type="button" className="line-link" onClick={() => onLine(line)}>
      {children}
    </button>
  );
}
