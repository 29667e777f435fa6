import type { ComponentProps } from "react";

/** A table of the lesson's text. It scrolls sideways by itself where it is too wide, keyboard included. */
export function DataTable({ children }: ComponentProps<"table">) {
  return (
    <div className="data-table" role="group" aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </div>
  );
}
