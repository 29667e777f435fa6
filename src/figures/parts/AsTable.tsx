import type { ReactNode } from "react";
import { TableFold } from "./TableFold";

export type AsTableProps = {
  /** What the table holds, as its caption. */
  caption: string;
  /** Heads of the columns; the first column heads the rows. */
  columns: readonly ReactNode[];
  rows: readonly (readonly ReactNode[])[];
  /** On the fold; "As a table" unless said. */
  title?: string;
};

/** What a figure shows, as a table behind a fold. */
export function AsTable({ caption, columns, rows, title }: AsTableProps) {
  return (
    <TableFold title={title}>
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
          {rows.map(([head, ...cells], i) => (
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
