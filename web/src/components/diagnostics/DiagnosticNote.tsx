import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RemarkAct, ReportDiagnostic } from "../../api/types";
import { StatusTag, type Tone } from "../../ui/StatusTag";
import { localTime } from "../localTime";
import { ignoring, noteId, overruling } from "./diagnostics";
import type { Diagnostics } from "./useDiagnostics";

const TONES: Record<ReportDiagnostic["level"], Tone> = { error: "red", warning: "yellow", advice: "grey" };

type Props = {
  item: ReportDiagnostic;
  state: Diagnostics;
  /** None where there is no mechanical fix, or nothing may be changed. */
  onAccept: (() => void) | null;
  /** What the person may say of it. */
  acts: RemarkAct[];
  /** Leads to the words it is about. */
  onPlace: (() => void) | null;
};

/** What the checker says of a paragraph, and what may be done about it. */
export function DiagnosticNote({ item, state, onAccept, acts, onPlace }: Props) {
  const { t } = useTranslation();
  const [act, setAct] = useState<RemarkAct | null>(null);
  const on = state.current === item.print;
  const may = acts.filter((one) =>
    one === "ignored" ? !ignoring(item) : !overruling(item) && item.blocks_publication,
  );
  return (
    <section
      id={noteId(item.print)}
      className={on ? "diag-note diag-note-on" : "diag-note"}
      tabIndex={-1}
      aria-label={`${t(`diagnosticLevel.${item.level}`)} ${item.rule}`}
    >
      <p className="diag-head">
        <StatusTag tone={TONES[item.level]} icon={item.level === "advice" ? "i" : "!"}>
          {t(`diagnosticLevel.${item.level}`)}
        </StatusTag>
        <span className="page-note">{item.rule}</span>
        {item.blocks_publication && <span className="diag-gate">{t("diagnostic.gate")}</span>}
      </p>
      <p>{item.message}</p>
      <p className="page-note">{item.hint}</p>
      {item.authority && <p className="page-note diag-authority">{item.authority}</p>}
      {item.fix && (
        <p className="diag-fix">
          <del>{item.fix.before || t("diagnostic.nothing")}</del> <ins>{item.fix.after || t("diagnostic.removed")}</ins>
        </p>
      )}
      {item.remarks.map((remark) => (
        <p key={remark.id} className="diag-remark">
          {t(`remarkAct.${remark.act}`)}
          {t("common.colon")}
          {remark.reason}
          <span className="page-note">
            {" "}
            {remark.by} {localTime(remark.at)}
          </span>{" "}
          {acts.length > 0 && (
            <button
              type="button"
              className="button-link"
              disabled={state.withdrawing.isPending}
              onClick={() => state.withdrawing.mutate(remark.id)}
            >
              {t("diagnostic.takeBack")}
            </button>
          )}
        </p>
      ))}
      {act ? (
        <ReasonForm
          act={act}
          saving={state.adding.isPending}
          onSave={(reason) =>
            state.adding.mutate({ print: item.print, act, reason }, { onSuccess: () => setAct(null) })
          }
          onClose={() => setAct(null)}
        />
      ) : (
        <div className="diag-acts">
          {onAccept && (
            <Button size="small" type="primary" onClick={onAccept}>
              {t("diagnostic.accept")}
            </Button>
          )}
          {may.map((one) => (
            <Button key={one} size="small" onClick={() => setAct(one)}>
              {t(`diagnostic.act.${one}`)}
            </Button>
          ))}
          {onPlace && (
            <Button size="small" type="link" onClick={onPlace}>
              {t("report.toPlace")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

type FormProps = { act: RemarkAct; saving: boolean; onSave: (reason: string) => void; onClose: () => void };

function ReasonForm({ act, saving, onSave, onClose }: FormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const save = () => reason.trim() && onSave(reason);
  return (
    <div className="diag-reason">
      <Input.TextArea
        autoFocus
        aria-label={t(`diagnostic.reason.${act}`)}
        placeholder={t(`diagnostic.reason.${act}`)}
        value={reason}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape") onClose();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <div className="diag-acts">
        <Button size="small" type="primary" loading={saving} disabled={!reason.trim()} onClick={save}>
          {t(`diagnostic.act.${act}`)}
        </Button>
        <Button size="small" onClick={onClose}>
          {t("common.cancel")}
        </Button>
      </div>
    </div>
  );
}
