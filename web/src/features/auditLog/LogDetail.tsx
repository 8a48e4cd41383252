import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import type { LogEntry } from "../../api/types";
import { localTimeExact } from "../../components/localTime";
import { useNarrow } from "../../ui/useMedia";
import { subjectWords, useActWords } from "./useActWords";

/** An entry with every field before and after, and what ties it to the one before. */
export function LogDetail({ entry, onClose }: { entry: LogEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const act = useActWords();
  const facts: [string, string][] = [
    [t("auditLog.time"), localTimeExact(entry.at)],
    [t("auditLog.person"), entry.actor?.name ?? t("auditLog.nobody")],
    [t("auditLog.kind"), act(entry)],
    [t("auditLog.object"), subjectWords(entry)],
    ...(subjectWords(entry) === entry.subject.key ? [] : [[t("auditLog.key"), entry.subject.key] as [string, string]]),
    [t("auditLog.summary"), entry.summary],
    [t("auditLog.rows"), String(entry.rows)],
    [t("auditLog.hash"), entry.hash],
  ];
  return (
    <Drawer
      open
      title={t("auditLog.entry", { n: entry.seq })}
      onClose={onClose}
      size={narrow ? "100%" : 620}
      closable={{ "aria-label": t("common.close") }}
    >
      <dl className="log-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={value === entry.hash ? "digits log-hash" : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t("auditLog.changes")}</h3>
      {entry.changes.length === 0 && <p className="page-note">{t("auditLog.noChanges")}</p>}
      {entry.changes.length > 0 && (
        <table className="plain-table log-changes">
          <thead>
            <tr>
              <th scope="col">{t("auditLog.field")}</th>
              <th scope="col">{t("auditLog.before")}</th>
              <th scope="col">{t("auditLog.after")}</th>
            </tr>
          </thead>
          <tbody>
            {entry.changes.map((change) => (
              <tr key={change.field}>
                <th scope="row">{change.field}</th>
                <td>
                  <del>{change.before || t("common.empty")}</del>
                </td>
                <td>
                  <ins>{change.after || t("common.empty")}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Drawer>
  );
}
