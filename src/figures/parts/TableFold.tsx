import type { ReactNode } from "react";
import "./as-table.css";

/** A fold for a figure's table. */
export function TableFold({
  title = "As a table",
  children,
}: {
  title?: string;
  children: ReactNode;
}) {
  return (
    <details className="as-table">
      <summary>{title}</summary>
      <div className="as-table-scroll">{children}</div>
    </details>
  );
}
