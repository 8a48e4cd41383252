import { DownOutlined, UpOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ReportDiagnostic } from "../../api/types";
import { isTyping } from "../../ui/keys";
import { ErrorNotice } from "../ErrorNotice";
import { counts, LEVELS } from "./diagnostics";
import type { Diagnostics } from "./useDiagnostics";

/** Counters that filter, the list of those that were ignored, and the way from one to the next. */
export function DiagnosticBar({ items, state }: { items: ReportDiagnostic[]; state: Diagnostics }) {
  const { t } = useTranslation();
  const { filter, setFilter, step } = state;
  const number = counts(items);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "n") step(1);
      if (event.key === "p") step(-1);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
  return (
    <div className="diag-bar">
      <div className="diag-counters" role="group" aria-label={t("diagnostic.filter")}>
        {LEVELS.map((level) => {
          const on = !filter.ignored && filter.levels.includes(level);
          const levels = on ? filter.levels.filter((one) => one !== level) : [...filter.levels, level];
          return (
            <button
              key={level}
              type="button"
              className={`diag-counter diag-${level}`}
              aria-pressed={on}
              onClick={() => setFilter({ levels: filter.ignored ? [level] : levels, ignored: false })}
            >
              {t(`diagnosticLevel.${level}`)} <b>{number[level]}</b>
            </button>
          );
        })}
        <button
          type="button"
          className="diag-counter"
          aria-pressed={filter.ignored}
          onClick={() => setFilter({ levels: LEVELS, ignored: !filter.ignored })}
        >
          {t("diagnostic.settled")} <b>{number.ignored}</b>
        </button>
      </div>
      <Button size="small" icon={<UpOutlined />} disabled={state.visible.length === 0} onClick={() => step(-1)}>
        {t("diagnostic.previous")}
      </Button>
      <Button size="small" icon={<DownOutlined />} disabled={state.visible.length === 0} onClick={() => step(1)}>
        {t("diagnostic.next")}
      </Button>
      <span className="page-note diag-keys">{t("diagnostic.keys")}</span>
      <ErrorNotice
        error={state.adding.error ?? state.withdrawing.error}
        what={t("diagnostic.notSaved")}
        kept={t("error.nothingChanged")}
        onClose={() => {
          state.adding.reset();
          state.withdrawing.reset();
        }}
      />
    </div>
  );
}
