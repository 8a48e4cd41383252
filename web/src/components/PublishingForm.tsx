import { Button, Input, Radio, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Publish, Publishing, WithholdReason } from "../api/types";
import { PUBLISH, WITHHOLD_REASONS } from "./vocabulary";

export type Decision = { publish: Publish; reason: WithholdReason | null; wording: string | null };

type Props = {
  title: string;
  initial: Publishing | null;
  disabled?: boolean;
  saving: boolean;
  onSave: (decision: Decision) => void;
};

/** What of a finding goes out: withheld needs a reason, in part a wording. */
export function PublishingForm({ title, initial, disabled = false, saving, onSave }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [publish, setPublish] = useState<Publish>(initial?.publish ?? "full");
  const [reason, setReason] = useState<WithholdReason | null>(initial?.reason ?? null);
  const [wording, setWording] = useState(initial?.wording ?? "");
  const missing = (publish === "withheld" && !reason) || (publish === "redacted" && !wording.trim());
  return (
    <fieldset className="publishing-form" disabled={disabled}>
      <legend>{title}</legend>
      <Radio.Group
        disabled={disabled}
        value={publish}
        onChange={(event) => setPublish(event.target.value as Publish)}
        options={PUBLISH.map((value) => ({ value, label: t(`publish.${value}`) }))}
        aria-label={t("publication.scope")}
      />
      {publish === "withheld" && (
        <Select
          className="publishing-reason"
          disabled={disabled}
          value={reason}
          onChange={setReason}
          placeholder={t("publication.reasonHint")}
          aria-label={t("publication.reasonHint")}
          options={WITHHOLD_REASONS.map((value) => ({ value, label: t(`withholdReason.${value}`) }))}
        />
      )}
      {publish === "redacted" && (
        <>
          <label htmlFor={id}>{t("publication.wording")}</label>
          <Input
            id={id}
            className="publishing-wording"
            disabled={disabled}
            value={wording}
            maxLength={200}
            onChange={(event) => setWording(event.target.value)}
          />
        </>
      )}
      <Button
        type="primary"
        disabled={disabled || missing}
        loading={saving}
        onClick={() =>
          onSave({
            publish,
            reason: publish === "withheld" ? reason : null,
            wording: publish === "redacted" ? wording : null,
          })
        }
      >
        {t("common.save")}
      </Button>
    </fieldset>
  );
}
