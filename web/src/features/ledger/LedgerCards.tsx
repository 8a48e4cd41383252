import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { allNames } from "../../components/people";
import { LampTag } from "../../components/lamps";
import { Progress } from "../../ui/Progress";
import type { Ledger } from "./useLedger";

/** The ledger on a phone. */
export function LedgerCards({ ledger, onOpen }: { ledger: Ledger; onOpen: (key: string) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="ledger-cards">
        {ledger.rows.map((row) => (
          <li key={row.key} className="panel ledger-card">
            <div className="card-head">
              <span className="digits">{row.ordinal}</span>
              <LampTag lamp={row.lamp} />
              <span className="digits card-due">{row.due ?? t("ledger.noDue")}</span>
            </div>
            <button type="button" className="card-title" onClick={() => onOpen(row.key)}>
              {row.title || row.text}
            </button>
            <p className="page-note">
              {[
                row.unit?.name,
                allNames(t, row.owner, row.co_owners),
                t(`stage.${row.stage}`),
                t(`completion.${row.completion}`),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <Progress percent={row.progress} words={t("ledger.measures", row.measures)} />
          </li>
        ))}
      </ul>
      {ledger.rows.length < ledger.total && (
        <Button block loading={ledger.loadingMore} onClick={ledger.more}>
          {t("ledger.more")}
        </Button>
      )}
    </>
  );
}
