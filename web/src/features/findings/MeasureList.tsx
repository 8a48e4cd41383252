import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changeMeasure, createMeasure, deleteMeasure, type MeasureInput } from "../../api/findings";
import type { Finding, Measure } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { MeasureForm } from "./MeasureForm";
import { MeasureRow } from "./MeasureRow";
import { ProgressForm } from "./ProgressForm";

type Act =
  | { act: "add"; input: MeasureInput }
  | { act: "change"; measure: Measure; input: Partial<MeasureInput> }
  | { act: "delete"; measure: Measure; reason?: string };

/** To report is to say how far a measure is; to edit is also to change the plan. */

/** Measures as a list to tick; how far a finding is follows from them. */
export function MeasureList({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { may } = finding.closed_loop;
  const mayEdit = may.plan;
  const client = useQueryClient();
  const [editing, setEditing] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: async (step: Act): Promise<unknown> => {
      switch (step.act) {
        case "add":
          return createMeasure(finding.key, step.input);
        case "change":
          return changeMeasure(step.measure.key, { ...step.input, version: step.measure.version });
        case "delete":
          return deleteMeasure(step.measure.key, step.measure.version, step.reason);
      }
    },
    // Waited for: the rows that come back into sight carry the versions the server has now.
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ["findings", finding.key] });
      await client.invalidateQueries({ queryKey: ["inspections"] });
    },
  });
  const close = { onSuccess: () => setEditing(null) };
  const { measures } = finding;
  const done = measures.filter((measure) => measure.completion === "done").length;
  return (
    <section className="section" aria-label={t("finding.measures")}>
      <div className="section-head">
        <h3>
          {t("finding.measures")}{" "}
          <span className="digits page-note">{t("ledger.measures", { done, all: measures.length })}</span>
        </h3>
        {mayEdit && editing !== "new" && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setEditing("new")}>
            {t("measure.add")}
          </Button>
        )}
      </div>
      <ErrorNotice error={change.error} what={t("measure.failed")} kept={t("measure.kept")} onClose={change.reset} />
      {measures.length === 0 && editing !== "new" && <p className="page-note">{t("measure.none")}</p>}
      <ol className="measure-list">
        {measures.map((measure) =>
          editing === measure.key && may.measures.includes(measure.key) ? (
            <li key={measure.key} className="panel">
              {mayEdit ? (
                <MeasureForm
                  measure={measure}
                  dueLocked={may.due_locked && measure.due !== null}
                  approved={may.due_locked}
                  saving={change.isPending}
                  onSave={(input) => change.mutate({ act: "change", measure, input }, close)}
                  onClose={() => setEditing(null)}
                />
              ) : (
                <ProgressForm
                  measure={measure}
                  saving={change.isPending}
                  onSave={(input) => change.mutate({ act: "change", measure, input }, close)}
                  onClose={() => setEditing(null)}
                />
              )}
            </li>
          ) : (
            <MeasureRow
              key={measure.key}
              measure={measure}
              mayEdit={mayEdit}
              mayReport={may.measures.includes(measure.key)}
              approved={may.due_locked}
              onTick={(ticked) =>
                change.mutate({ act: "change", measure, input: { completion: ticked ? "done" : "in_progress" } })
              }
              onEdit={() => setEditing(measure.key)}
              onDelete={(reason) => change.mutate({ act: "delete", measure, reason })}
            />
          ),
        )}
      </ol>
      {editing === "new" && mayEdit && (
        <div className="panel">
          <MeasureForm
            saving={change.isPending}
            onSave={(input) => change.mutate({ act: "add", input }, close)}
            onClose={() => setEditing(null)}
          />
        </div>
      )}
    </section>
  );
}
