import { LinkOutlined, PlusOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addEvidence, type EvidenceInput, withdrawEvidence } from "../../api/findings";
import type { Evidence, Finding } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { UploadResults } from "../../components/uploads/UploadResults";
import { useUploads } from "../../components/uploads/useUploads";
import { EvidenceAdd } from "./EvidenceAdd";
import { EvidenceForm } from "./EvidenceForm";
import { EvidenceRow } from "./EvidenceRow";
import { EvidenceViewer } from "./EvidenceViewer";
import { ReuseDialog } from "./ReuseDialog";

type Act = { act: "add"; input: EvidenceInput } | { act: "withdraw"; key: string; reason: string };

/** Files that prove what was done, with what makes them doubtful. */
export function EvidenceList({ finding, mayEdit }: { finding: Finding; mayEdit: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState<"add" | "reuse" | null>(null);
  const queue = useUploads(finding.key);
  const [replaced, setReplaced] = useState<Evidence | null>(null);
  const close = () => {
    setOpen(null);
    setReplaced(null);
  };
  const [shown, setShown] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: (step: Act) =>
      step.act === "add" ? addEvidence(finding.key, step.input) : withdrawEvidence(step.key, step.reason),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ["findings", finding.key] });
      await client.invalidateQueries({ queryKey: ["inspections"] });
    },
  });
  return (
    <section className="section" aria-label={t("finding.evidence")}>
      <div className="section-head">
        <h3>
          {t("finding.evidence")} <span className="digits page-note">{finding.evidence}</span>
        </h3>
        {mayEdit && open !== "add" && !replaced && (
          <span className="section-acts">
            <Button size="small" icon={<PlusOutlined />} onClick={() => setOpen("add")}>
              {t("evidence.add")}
            </Button>
            <Button size="small" icon={<LinkOutlined />} onClick={() => setOpen("reuse")}>
              {t("reuse.open")}
            </Button>
          </span>
        )}
      </div>
      <ErrorNotice error={change.error} what={t("evidence.failed")} onClose={change.reset} />
      {open === "add" && (
        <EvidenceAdd
          measures={finding.measures}
          onSend={(files, terms) => {
            queue.add(files, terms);
            close();
          }}
          onClose={close}
        />
      )}
      {replaced && (
        <EvidenceForm
          key={replaced.key}
          earlier={replaced}
          measures={finding.measures}
          saving={change.isPending}
          onSave={(input) => change.mutate({ act: "add", input }, { onSuccess: close })}
          onClose={close}
        />
      )}
      <UploadResults queue={queue} />
      {finding.evidence_files.length === 0 && open !== "add" && <p className="page-note">{t("evidence.none")}</p>}
      <ul className="evidence-list">
        {finding.evidence_files.map((file) => (
          <EvidenceRow
            key={file.key}
            file={file}
            mayEdit={mayEdit}
            onShow={() => setShown(file.key)}
            onReplace={() => setReplaced(file)}
            onWithdraw={(reason) => change.mutate({ act: "withdraw", key: file.key, reason })}
          />
        ))}
      </ul>
      {shown && (
        <EvidenceViewer
          files={finding.evidence_files}
          openKey={shown}
          onOpen={setShown}
          onClose={() => setShown(null)}
        />
      )}
      {open === "reuse" && <ReuseDialog finding={finding} onClose={close} />}
    </section>
  );
}
