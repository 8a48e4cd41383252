import { DownloadOutlined, FileDoneOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { addTemplateVersion, type FormInput } from "../../api/templates";
import type { Template } from "../../api/types";
import { DownloadButton } from "../../components/DownloadButton";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { localTime } from "../../components/localTime";
import { downloads } from "../../paths";
import { FormColumns } from "./FormColumns";
import { InspectionSelect, useInspectionChoice } from "./InspectionSelect";
import { ReasonDialog } from "./ReasonDialog";
import { TrialResult } from "./TrialResult";
import { WithdrawDialog } from "./WithdrawDialog";

type Props = { template: Template; onVersion: () => void; onClose: () => void };

/** A template: its versions, what it gives on a round, the columns of a form. */
export function TemplateDrawer({ template, onVersion, onClose }: Props) {
  const { t } = useTranslation();
  const [withdrawing, setWithdrawing] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const inspection = useInspectionChoice(chosen);
  return (
    <Drawer
      open
      onClose={onClose}
      size="min(880px, 100vw)"
      title={`${template.name} ${template.key}`}
      closable={{ "aria-label": t("common.close") }}
      footer={
        template.may_change && (
          <div className="drawer-footer">
            <Button onClick={() => setWithdrawing(true)}>{t("templates.withdraw")}</Button>
            <Button onClick={onVersion}>{t("templates.newVersion")}</Button>
          </div>
        )
      }
    >
      {!template.may_change && !template.withdrawn && <p className="notice">{t("templates.foreign")}</p>}
      <Versions template={template} />
      {!template.withdrawn && (
        <>
          <h3>{t("templates.places")}</h3>
          <InspectionSelect value={inspection} onChange={setChosen} />
          {inspection && (
            <DownloadButton
              href={downloads.template(inspection, template.key)}
              icon={<FileDoneOutlined />}
              what={t("templates.fillFailed")}
            >
              {t("templates.fill")}
            </DownloadButton>
          )}
          {inspection && <StoredTrial template={template} inspection={inspection} />}
        </>
      )}
      {withdrawing && <WithdrawDialog template={template} onClose={() => setWithdrawing(false)} />}
    </Drawer>
  );
}

function Versions({ template }: { template: Template }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("templates.versions")}>
      <h3>{t("templates.versions")}</h3>
      <ul className="template-versions">
        {template.files.map((file) => (
          <li key={file.number}>
            <span>
              <strong>{t("templates.version", { n: file.number })}</strong> {file.name}
              <span className="page-note">
                {file.reason} · {file.maker} · <span className="digits">{localTime(file.made_at)}</span>
              </span>
            </span>
            <DownloadButton
              href={downloads.templateFile(template.key, file.number)}
              icon={<DownloadOutlined />}
              what={t("templates.fileFailed")}
              label={t("templates.versionFile", { n: file.number })}
            >
              {t("templates.file")}
            </DownloadButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the version in use gives; the columns of a form may be corrected, which makes a new version. */
function StoredTrial({ template, inspection }: { template: Template; inspection: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const trial = useQuery(queries.templateTrial(template.key, inspection));
  const [corrected, setCorrected] = useState<FormInput | null>(null);
  const save = useMutation({
    mutationFn: (reason: string) =>
      addTemplateVersion({
        key: template.key,
        version: template.version,
        reason,
        file: null,
        inspection,
        form: corrected,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["templates"] });
      setCorrected(null);
    },
  });
  if (trial.isPending) return <Loading />;
  return (
    <div className="template-trial">
      <ErrorNotice error={trial.error} what={t("templates.tryFailed")} onRetry={() => void trial.refetch()} />
      {trial.data?.mapping && template.may_change && (
        <FormColumns mapping={trial.data.mapping} rows={trial.data.rows} onChange={setCorrected} />
      )}
      {trial.data && <TrialResult trial={trial.data} />}
      {corrected && (
        <ReasonDialog
          title={t("templates.correct")}
          ok={t("templates.saveVersion")}
          hint={t("templates.reasonHint")}
          what={t("templates.notSaved")}
          error={save.error}
          pending={save.isPending}
          onOk={save.mutate}
          onClose={() => {
            save.reset();
            setCorrected(null);
          }}
        />
      )}
    </div>
  );
}
