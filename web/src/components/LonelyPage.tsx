import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDocumentTitle } from "../ui/useDocumentTitle";
import { setLanguage } from "../i18n/i18n";

/** A page before signing in: product name, one card, a language switch. */
export function LonelyPage(props: { title: string; note?: string; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  useDocumentTitle(props.title);
  const next = i18n.language === "en" ? "zh" : "en";
  return (
    <div className="lonely">
      <header className="lonely-bar">
        <span className="brand">{t("app.name")}</span>
        <span className="lonely-slogan">{t("app.slogan")}</span>
        <span className="top-space" />
        <Button type="text" lang={next} onClick={() => void setLanguage(next)}>
          {t(`user.switchTo.${next}`)}
        </Button>
      </header>
      <main className="lonely-main">
        <div className="lonely-card">
          <h1>{props.title}</h1>
          {props.note && <p className="page-note">{props.note}</p>}
          {props.children}
        </div>
      </main>
    </div>
  );
}
