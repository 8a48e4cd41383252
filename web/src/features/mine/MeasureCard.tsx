import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkMeasure } from "../../api/types";
import { LampTag } from "../../components/lamps";
import { ProxyTag } from "../../components/ProxyTag";
import { paths } from "../../paths";
import { EvidenceUpload } from "./EvidenceUpload";
import { ReportForm } from "./ReportForm";

/** A measure that the person answers for; how far it is and what proves it are told on the spot. */
export function MeasureCard({ measure, onDone }: { measure: WorkMeasure; onDone: (words: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"report" | "upload" | null>(null);
  const close = () => setOpen(null);
  return (
    <li className="panel work-card">
      <p className="work-when">
        <LampTag lamp={measure.lamp} />
        <span>{measure.lamp_reason}</span>
        {measure.due && <span className="digits">{t("finding.due", { date: measure.due })}</span>}
        <ProxyTag of={measure.acting_for} />
      </p>
      <h3>{measure.text}</h3>
      <p className="page-note">
        <span className="digits">{measure.key}</span> · {t(`completion.${measure.completion}`)} ·{" "}
        <Link to={paths.finding(measure.finding_key)}>{measure.finding_title || measure.finding_key}</Link>
      </p>
      {measure.progress_note && <p className="measure-note">{measure.progress_note}</p>}
      {open === null && (
        <div className="work-acts">
          <Button
            type="primary"
            onClick={() => setOpen("report")}
            aria-label={t("measure.reportNamed", { key: measure.key })}
          >
            {t("measure.report")}
          </Button>
          <Button onClick={() => setOpen("upload")} aria-label={t("mine.uploadNamed", { key: measure.key })}>
            {t("evidence.add")}
          </Button>
        </div>
      )}
      {open === "report" && <ReportForm measure={measure} onDone={onDone} onClose={close} />}
      {open === "upload" && (
        <EvidenceUpload finding={measure.finding_key} measure={measure.key} onDone={onDone} onClose={close} />
      )}
    </li>
  );
}
