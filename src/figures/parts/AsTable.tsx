import { useState } from "react";
import type { ReactNode } from "react";
import { TableFold } from "./TableFold";

type Rows = readonly (readonly ReactNode[])[];

export type AsTableProps = {
  /** What the table holds, as its caption. */
  caption: string;
  /** Heads of the columns; the first column heads the rows. Rows that are a function are made while the fold is open. */
  columns: readonly ReactNode[];
  rows: Rows | (() => Rows);
  /** On the fold; "As a table" unless said. */
  title?: string;
};

/** What a figure shows, as a table behind a fold. */
export function AsTable({ caption, columns, rows, title }: AsTableProps) {
  const [open, setOpen] = useState(false);
  const listed = typeof rows !== "function" ? rows : open ? rows() : [];
  return (
    <TableFold title={title} onToggle={setOpen}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={i} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.map(([head, ...cells], i) => (
            <tr key={i}>
              <th scope="row">{head}</th>
              {cells.map((cell, j) => (
                <td key={j}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFold>
  );
}
