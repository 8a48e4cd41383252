import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Applied, ChangeSet } from "../../api/types";

type Props = { changes: ChangeSet; result: Applied; onClose: () => void };

export function ExchangeResult({ changes, result, onClose }: Props) {
  const { t } = useTranslation();
  const conflicts = changes.rows.filter((row) => result.conflicts.includes(row.row));
  return (
    <div role="status">
      <p>
        <strong>{t("exchange.applied", { applied: result.applied, created: result.created })}</strong>
      </p>
      {result.created > 0 && <p>{t("exchange.createdWhere")}</p>}
      {conflicts.length > 0 && (
        <>
          <p className="notice">{t("exchange.conflicts", { n: conflicts.length })}</p>
          <ul>
            {conflicts.map((row) => (
              <li key={row.row} className="digits">
                {t("exchange.conflictRow", { row: row.row, key: row.key ?? "–" })}
              </li>
            ))}
          </ul>
        </>
      )}
      <Button type="primary" onClick={onClose}>
        {t("exchange.close")}
      </Button>
    </div>
  );
}
