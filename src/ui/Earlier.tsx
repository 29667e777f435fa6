import type { ReactNode } from "react";
import "./earlier.css";

export type EarlierProps = {
  /** What it is of; null where it is of what is on the screen. */
  note: string | null;
  children: ReactNode;
};

/** A result of another text than the one on the screen: greyed, under a sentence that says of which. */
export function Earlier({ note, children }: EarlierProps) {
  return (
    <div className="earlier" data-earlier={note !== null || undefined}>
      {note !== null && <p className="earlier-note">{note}</p>}
      {children}
    </div>
  );
}
