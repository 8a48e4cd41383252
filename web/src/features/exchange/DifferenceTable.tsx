import { Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChangeRow, ChangeSet } from "../../api/types";
import { EmptyState } from "../../ui/EmptyState";

type Props = { changes: ChangeSet; accepted: ReadonlySet<number>; onAccepted: (rows: ReadonlySet<number>) => void };

const savable = (row: ChangeRow) => row.kind === "change" || row.kind === "new";

/** Row by row what would change: before → after, with a box to accept it. */
export function DifferenceTable({ changes, accepted, onAccepted }: Props) {
  const { t } = useTranslation();
  const [showSame, setShowSame] = useState(false);
  const { counts } = changes;
  const rows = changes.rows.filter((row) => showSame || row.kind !== "same");
  const all = changes.rows.filter(savable);
  const toggle = (row: number) => {
    const next = new Set(accepted);
    if (!next.delete(row)) next.add(row);
    onAccepted(next);
  };
  return (
    <>
      <p>{t("exchange.counts", counts)}</p>
      {changes.ignored.length > 0 && (
        <p className="notice">{t("exchange.ignored", { columns: changes.ignored.join(t("common.comma")) })}</p>
      )}
      <div className="exchange-tools">
        <Checkbox
          checked={all.length > 0 && accepted.size === all.length}
          indeterminate={accepted.size > 0 && accepted.size < all.length}
          onChange={(event) => onAccepted(new Set(event.target.checked ? all.map((row) => row.row) : []))}
        >
          {t("exchange.acceptAll")}
        </Checkbox>
        <Checkbox checked={showSame} onChange={(event) => setShowSame(event.target.checked)}>
          {t("exchange.showSame")}
        </Checkbox>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t("exchange.noDifference")} />
      ) : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t("exchange.differences")}>
          <table className="plain-table difference-table">
            <thead>
              <tr>
                <th scope="col">{t("exchange.accept")}</th>
                <th scope="col">{t("exchange.row")}</th>
                <th scope="col">{t("column.key")}</th>
                <th scope="col">{t("exchange.kind")}</th>
                <th scope="col">{t("exchange.what")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.row} className={`difference-${row.kind}`}>
                  <td>
                    {savable(row) && (
                      <Checkbox
                        aria-label={t("exchange.acceptRow", { n: row.row })}
                        checked={accepted.has(row.row)}
                        onChange={() => toggle(row.row)}
                      />
                    )}
                  </td>
                  <td className="digits">{row.row}</td>
                  <td className="digits no-wrap">{row.key ?? "–"}</td>
                  <td className="no-wrap">{t(`changeKind.${row.kind}`)}</td>
                  <td>
                    <Differences row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Differences({ row }: { row: ChangeRow }) {
  const { t } = useTranslation();
  return (
    <>
      {row.message && <p>{row.message}</p>}
      <ul className="difference-list">
        {row.changes.map((change) => (
          <li key={change.field}>
            <b>{change.label}</b>
            {t("common.colon")}
            {row.key && (
              <>
                <del>{change.before || t("common.empty")}</del> <span aria-hidden="true">→</span>{" "}
              </>
            )}
            <ins>{change.after || t("common.empty")}</ins>
          </li>
        ))}
      </ul>
    </>
  );
}
