import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { LogVerification } from "../../api/types";
import { localTimeExact } from "../../components/localTime";

type Props = { found: LogVerification; onFind: (seq: number) => void };

/** The result as a picture: the log as a bar from the first entry to the last, with a mark where it was touched. */
export function VerifyResult({ found, onFind }: Props) {
  const { t } = useTranslation();
  const marks = found.offences.map((offence) => offence.seq).filter((seq) => seq !== null);
  const length = Math.max(found.entries, ...marks, 1);
  const more = found.offences_total - found.offences.length;
  return (
    <div role="status" className={found.sound ? "log-result log-sound" : "log-result log-broken"}>
      <p className="log-verdict">
        <span aria-hidden="true">{found.sound ? "✓" : "✗"}</span>{" "}
        {found.sound ? t("auditLog.sound") : t("auditLog.broken", { n: found.offences_total })}
      </p>
      <div className="log-bar" aria-hidden="true">
        {[...new Set(marks)].map((seq) => (
          <span key={seq} style={{ insetInlineStart: `${(100 * Math.min(seq - 1, length - 1)) / length}%` }} />
        ))}
      </div>
      <p className="page-note digits">
        {t("auditLog.checked", { entries: found.entries, rows: found.rows, time: localTimeExact(found.at) })}
      </p>
      {found.offences.length > 0 && (
        <ul className="log-offences">
          {found.offences.map((offence, index) => (
            <li key={index}>
              {offence.words}
              {offence.seq !== null && (
                <Button size="small" type="link" onClick={() => onFind(offence.seq ?? 0)}>
                  {t("auditLog.find")}
                </Button>
              )}
            </li>
          ))}
          {more > 0 && <li>{t("auditLog.moreOffences", { n: more })}</li>}
        </ul>
      )}
    </div>
  );
}
