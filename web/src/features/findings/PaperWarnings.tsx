import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { PaperWarning } from "../../api/types";

/** What was written but proves nothing; it stops nobody. */
export function PaperWarnings({ warnings }: { warnings: PaperWarning[] }) {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  return (
    <section className="notice paper-warnings" aria-label={t("paper.title")}>
      <b>{t("paper.count", { count: warnings.length })}</b>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.part} ${warning.subject}`}>
            <Tooltip title={t("paper.basis", { basis: warning.basis })}>
              <span className="paper-code" tabIndex={0}>
                {t(`paper.${warning.code}`)}
              </span>
            </Tooltip>{" "}
            {warning.message}
          </li>
        ))}
      </ul>
    </section>
  );
}
