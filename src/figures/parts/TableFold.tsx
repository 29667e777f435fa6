import type { ReactNode } from "react";
import "./as-table.css";

/** A fold for a figure's table. */
export function TableFold({
  title = "As a table",
  onToggle,
  children,
}: {
  title?: string;
  /** Told when it opens or closes. */
  onToggle?: (open: boolean) => void;
  children: ReactNode;
}) {
  return (
    <details className="as-table" onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}>
      <summary>{title}</summary>
      <div className="as-table-scroll">{children}</div>
    </details>
  );
}
