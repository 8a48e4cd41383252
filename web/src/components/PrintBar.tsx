import { Button } from "antd";
import { useTranslation } from "react-i18next";

/** Shown on the screen only: prints, or goes back. */
export function PrintBar() {
  const { t } = useTranslation();
  return (
    <div className="print-bar">
      <Button type="primary" onClick={() => window.print()}>
        {t("print.now")}
      </Button>
      <Button onClick={() => (window.history.length > 1 ? window.history.back() : window.close())}>
        {t("print.back")}
      </Button>
      <span className="page-note">{t("print.hint")}</span>
    </div>
  );
}
