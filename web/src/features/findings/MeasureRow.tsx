import { App, Button, Checkbox, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Measure } from "../../api/types";
import { SourceGroups } from "./SourceGroups";
import { StatedLines } from "./StatedLines";
import { useMeasureFacts } from "./useMeasureFacts";

type Props = {
  measure: Measure;
  mayEdit: boolean;
  mayReport: boolean;
  /** The plan is approved: what is taken out of it is explained. */
  approved: boolean;
  onTick: (ticked: boolean) => void;
  onEdit: () => void;
  onDelete: (reason?: string) => void;
};

export function MeasureRow({ measure, mayEdit, mayReport, approved, onTick, onEdit, onDelete }: Props) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const facts = useMeasureFacts()(measure);
  const ask = () => {
    let reason = "";
    modal.confirm({
      title: t("measure.deleteAsk", { key: measure.key }),
      content: (
        <>
          <p>{measure.text}</p>
          {approved && (
            <Input
              autoFocus
              aria-label={t("measure.reason")}
              placeholder={t("measure.reason")}
              onChange={(event) => (reason = event.target.value)}
            />
          )}
        </>
      ),
      okText: t("common.delete"),
      okButtonProps: { danger: true },
      onOk: () => onDelete(reason.trim() || undefined),
    });
  };
  return (
    <li className="measure">
      <Checkbox
        disabled={!mayReport}
        checked={measure.completion === "done"}
        aria-label={t("measure.tick", { key: measure.key })}
        onChange={(event) => onTick(event.target.checked)}
      />
      <div className="measure-words">
        <p>{measure.text}</p>
        <p className="page-note digits">
          {measure.key} · {facts.join(" · ")}
        </p>
        <StatedLines stated={measure.stated} />
        {measure.sources.length > 0 && (
          <details className="measure-source">
            <summary>{t("finding.measureSources", { key: measure.key })}</summary>
            <SourceGroups sources={measure.sources} />
          </details>
        )}
        {measure.progress_note && <p className="measure-note">{measure.progress_note}</p>}
      </div>
      {mayReport && (
        <span className="measure-acts">
          <Button
            size="small"
            onClick={onEdit}
            aria-label={t(mayEdit ? "measure.editNamed" : "measure.reportNamed", { key: measure.key })}
          >
            {t(mayEdit ? "common.edit" : "measure.report")}
          </Button>
          {mayEdit && (
            <Button size="small" onClick={ask} aria-label={t("measure.deleteNamed", { key: measure.key })}>
              {t("common.delete")}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}
