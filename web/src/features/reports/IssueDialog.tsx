import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Report, ReportKind } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { issueBody, issueOf } from "./issue";
import { IssueFields } from "./IssueFields";
import type { Change } from "./useReport";

type Props = {
  report: Report;
  shape: ReportKind["shape"];
  onChange: (change: Change) => Promise<unknown>;
  onClose: () => void;
};

/** The form of a draft: its number is given late. */
export function IssueDialog({ report, shape, onChange, onClose }: Props) {
  const { t } = useTranslation();
  const [issue, setIssue] = useState(() => issueOf(report));
  const [state, setState] = useState<{ saving: boolean; error: Error | null }>({ saving: false, error: null });
  const { form, layout, seal, number, signers, copies, urgency, joint } = report.issue;
  const save = () => {
    setState({ saving: true, error: null });
    const change: Change = {
      edit: { op: "issue", issue: issueBody(issue, shape) },
      back: [{ op: "issue", issue: { form, layout, seal, number, signers, copies, urgency: urgency ?? "", joint } }],
    };
    onChange(change).then(onClose, (error: Error) => setState({ saving: false, error }));
  };
  return (
    <Modal
      open
      title={t("issue.title")}
      okText={t("common.save")}
      confirmLoading={state.saving}
      onOk={save}
      onCancel={onClose}
      closable={{ "aria-label": t("common.close") }}
    >
      <ErrorNotice
        error={state.error}
        what={t("report.notSaved")}
        onClose={() => setState({ saving: false, error: null })}
      />
      <IssueFields issue={issue} onChange={setIssue} />
    </Modal>
  );
}
