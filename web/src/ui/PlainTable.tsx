import type { ReactNode } from "react";

type Props = {
  /** Names the part of the page that scrolls. */
  label: string;
  columns: string[];
  /** The rows; a cell says its column in `data-label` for the phone. */
  children: ReactNode;
};

/** A table with a head and a few rows: scrolls sideways where it is too wide, cards on a phone. */
export function PlainTable({ label, columns, children }: Props) {
  return (
    <div className="scroll-x panel" tabIndex={0} role="region" aria-label={label}>
      <table className="plain-table phone-cards">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
