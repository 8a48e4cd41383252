import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { removeYear } from "../../api/rules";
import type { Rules, RulesYear } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { useSession } from "../../components/useSession";
import { OwnDaysForm } from "./OwnDaysForm";
import { YearForm } from "./YearForm";

/** The years whose holidays are known; dates in any other year are provisional. */
export function CalendarPanel({ rules }: { rules: Rules }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { mayAdminister } = useSession();
  const client = useQueryClient();
  const [form, setForm] = useState<{ year: RulesYear | null } | null>(null);
  const remove = useMutation({
    mutationFn: (year: number) => removeYear(year, rules.version),
    onSettled: () => client.invalidateQueries({ queryKey: ["rules"] }),
  });
  const ask = (year: number) =>
    modal.confirm({
      title: t("rules.removeYearAsk", { year }),
      content: t("rules.removeYearText"),
      okText: t("rules.removeYear"),
      okButtonProps: { danger: true },
      onOk: () => remove.mutate(year),
    });
  return (
    <div className="rules">
      <ErrorNotice error={remove.error} what={t("rules.saveFailed")} onClose={remove.reset} />
      <p>{t("rules.calendarNote")}</p>
      {mayAdminister && (
        <Button type="primary" onClick={() => setForm({ year: null })}>
          {t("rules.addYear")}
        </Button>
      )}
      {[...rules.years].reverse().map((year) => (
        <section key={year.year} className="section">
          <h2>
            {t("rules.yearTitle", { year: year.year })}
            {year.own && <span className="muted"> {t("rules.ownYear")}</span>}
          </h2>
          <p className="muted" lang="zh-CN">
            {year.source}
          </p>
          <ul className="day-list" aria-label={t("rules.yearTitle", { year: year.year })}>
            {year.days.map((day) => (
              <li key={day.date} className={day.kind === "off" ? "day day-off" : "day day-worked"}>
                <span className="day-kind">{t(`entryKind.${day.kind}`)}</span> {day.date.slice(5)} {day.name}
              </li>
            ))}
          </ul>
          {mayAdminister && (
            <span className="row-acts">
              <Button size="small" onClick={() => setForm({ year })}>
                {t("rules.editYear", { year: year.year })}
              </Button>
              {year.own && (
                <Button size="small" onClick={() => ask(year.year)}>
                  {t("rules.removeYear")}
                </Button>
              )}
            </span>
          )}
        </section>
      ))}
      <OwnDaysForm key={rules.version} rules={rules} />
      {form && <YearForm rules={rules} year={form.year} onClose={() => setForm(null)} />}
    </div>
  );
}
