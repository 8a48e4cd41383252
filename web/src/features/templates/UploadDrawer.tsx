import { DownloadOutlined, FileAddOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Drawer, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { addTemplate, addTemplateVersion, downloadTrial, tryTemplate, type TrialInput } from "../../api/templates";
import type { Template } from "../../api/types";
import { UnitSelect } from "../../components/DirectorySelect";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { useSession } from "../../components/useSession";
import { DropZone } from "../../ui/DropZone";
import { FormColumns } from "./FormColumns";
import { InspectionSelect, useInspectionChoice } from "./InspectionSelect";
import { TrialResult } from "./TrialResult";

const NAME_MAX = 60;

/** A file is tried on the ledger, every placeholder is answered, and only then it is kept. */
export function UploadDrawer({ template, onClose }: { template: Template | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const inspection = useInspectionChoice(chosen);
  const [input, setInput] = useState<TrialInput | null>(null);
  const [name, setName] = useState("");
  const [unit, setUnit] = useState<string | null>(session?.unit.id ?? null);
  const [reason, setReason] = useState("");
  const trial = useMutation({ mutationFn: tryTemplate });
  const filled = useMutation({ mutationFn: downloadTrial });
  const save = useMutation({
    mutationFn: (file: TrialInput) =>
      template
        ? addTemplateVersion({ key: template.key, version: template.version, reason, ...file })
        : addTemplate(file, name, unit),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["templates"] });
      onClose();
    },
  });
  const tryOn = (next: TrialInput) => {
    setInput(next);
    save.reset();
    trial.mutate(next);
  };
  const onFile = (file: File | undefined) => {
    if (!file) return;
    if (!name) setName(file.name.replace(/\.[^.]+$/, "").slice(0, NAME_MAX));
    tryOn({ file, inspection, form: null });
  };
  const good = trial.data?.good === true && !trial.isPending;
  return (
    <Drawer
      open
      onClose={onClose}
      size="min(880px, 100vw)"
      title={template ? `${t("templates.newVersion")} ${template.name}` : t("templates.add")}
      closable={{ "aria-label": t("common.close") }}
      footer={
        <div className="drawer-footer">
          {input && good && (
            <Button icon={<DownloadOutlined />} loading={filled.isPending} onClick={() => filled.mutate(input)}>
              {t("templates.download")}
            </Button>
          )}
          <Button
            type="primary"
            disabled={!good || !(template ? reason.trim() : name.trim())}
            loading={save.isPending}
            onClick={() => input && save.mutate(input)}
          >
            {template ? t("templates.saveVersion") : t("templates.save")}
          </Button>
        </div>
      }
    >
      <InspectionSelect
        value={inspection}
        onChange={(key) => {
          setChosen(key);
          if (input) tryOn({ ...input, inspection: key });
        }}
      />
      <DropZone
        accept=".docx,.xlsx"
        disabled={!inspection}
        icon={<FileAddOutlined />}
        title={input ? input.file.name : t("templates.drop")}
        hint={t("templates.dropHint")}
        button={input ? t("templates.otherFile") : t("templates.choose")}
        onFiles={(files) => onFile(files[0])}
      />
      <div aria-live="polite" className="template-trial">
        {trial.isPending && <Loading />}
        <ErrorNotice error={trial.error} what={t("templates.tryFailed")} onClose={trial.reset} />
        <ErrorNotice error={filled.error} what={t("templates.downloadFailed")} onClose={filled.reset} />
        <ErrorNotice
          error={save.error}
          what={t("templates.notSaved")}
          kept={t("error.formKept")}
          onClose={save.reset}
        />
        {trial.data && input && (
          <>
            {trial.data.mapping && (
              <FormColumns
                mapping={trial.data.mapping}
                rows={trial.data.rows}
                onChange={(form) => tryOn({ ...input, form })}
              />
            )}
            <TrialResult trial={trial.data} />
          </>
        )}
      </div>
      {good && template && (
        <Field label={t("templates.reason")} hint={t("templates.reasonHint")} value={reason} onChange={setReason} />
      )}
      {good && !template && (
        <>
          <Field label={t("templates.name")} hint={t("templates.nameHint")} value={name} onChange={setName} />
          <UnitField value={unit} onChange={setUnit} />
        </>
      )}
    </Drawer>
  );
}

function Field(props: { label: string; hint: string; value: string; onChange: (text: string) => void }) {
  const id = useId();
  return (
    <div className="template-field">
      <label htmlFor={id}>{props.label}</label>
      <Input
        id={id}
        className="template-wide"
        maxLength={NAME_MAX}
        placeholder={props.hint}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}

function UnitField(props: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="template-field">
      <label htmlFor={id}>{t("templates.unit")}</label>
      <span className="template-wide">
        <UnitSelect id={id} required value={props.value} onChange={props.onChange} style={{ width: "100%" }} />
      </span>
    </div>
  );
}
