import { useTranslation } from "react-i18next";

/** What documents say of duty, date and status that no field of the ledger holds. */
export function StatedLines({ stated }: { stated: string | null }) {
  const { t } = useTranslation();
  if (!stated) return null;
  return (
    <div className="stated" role="note" aria-label={t("finding.stated")}>
      <b>{t("finding.stated")}</b>
      <ul>
        {stated.split("\n").map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
