import { Children, isValidElement, useRef } from "react";
import type { ComponentProps, ReactNode } from "react";
import { useScrollStop } from "../../ui/use-scroll-stop";
import { textOf } from "./fences";

/** A table of the lesson's text, named by its columns. It scrolls sideways by itself where it is too wide. */
export function DataTable({ children }: ComponentProps<"table">) {
  const box = useRef<HTMLDivElement>(null);
  const stop = useScrollStop(box);
  const name = `Table: ${columnsOf(children)}`;
  return (
    <div
      ref={box}
      className="data-table"
      tabIndex={stop}
      role={stop === undefined ? undefined : "group"}
      aria-label={stop === undefined ? undefined : `${name}, scrolls sideways`}
    >
      <table aria-label={name}>{children}</table>
    </div>
  );
}

/** The words of a table's head: "name, what it is". */
function columnsOf(children: ReactNode): string {
  const [head] = Children.toArray(children);
  if (!isValidElement<{ children?: ReactNode }>(head)) return "";
  const row = Children.toArray(head.props.children).find((child) =>
    isValidElement<{ children?: ReactNode }>(child),
  );
  if (!isValidElement<{ children?: ReactNode }>(row)) return "";
  return Children.toArray(row.props.children)
    .map((cell) => textOf(cell).trim())
    .filter((words) => words !== "")
    .join(", ");
}
