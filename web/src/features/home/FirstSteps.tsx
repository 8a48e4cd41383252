import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { StepList } from "../../ui/StepList";

/** Where a newcomer starts: the whole road in four steps, and the first button. */
export function FirstSteps(props: { action: ReactNode }) {
  const { t } = useTranslation();
  const names = ["create", "import", "review", "ledger"] as const;
  return (
    <section className="panel first-steps">
      <h2>{t("home.first.title")}</h2>
      <p>{t("home.first.text")}</p>
      <StepList
        label={t("home.first.title")}
        steps={names.map((name, index) => ({
          key: name,
          title: t(`home.first.${name}.title`),
          text: t(`home.first.${name}.text`),
          state: index === 0 ? "now" : "later",
        }))}
      />
      <div className="first-action">{props.action || <p>{t("home.first.ask")}</p>}</div>
    </section>
  );
}
