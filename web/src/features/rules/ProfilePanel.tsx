import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changeProfile, previewProfile } from "../../api/rules";
import type { RuleProfile, Rules } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { useSession } from "../../components/useSession";
import { shown, touched, wanted, type Edits } from "./edits";
import { SettingRow } from "./SettingRow";

const PARTS = ["periods", "steps", "route", "criteria", "words"] as const;

/** The settings of one profile; what a change would do is shown before it is saved. */
export function ProfilePanel({ rules, profile }: { rules: Rules; profile: RuleProfile }) {
  const { t } = useTranslation();
  const { mayAdminister } = useSession();
  const client = useQueryClient();
  const [edits, setEdits] = useState<Edits>({});
  const body = () => ({ version: rules.version, settings: wanted(profile, edits) });
  const preview = useMutation({ mutationFn: () => previewProfile(profile.id, body()) });
  const save = useMutation({
    mutationFn: () => changeProfile(profile.id, body()),
    onSuccess: async () => {
      setEdits({});
      await client.invalidateQueries();
    },
  });
  const changes = touched(profile, edits).length;
  const edit = (key: string, now: { value: string; basis: string }) => {
    preview.reset();
    save.reset();
    setEdits({ ...edits, [key]: now });
  };

  return (
    <div className="rules">
      <p className="muted">
        {t("rules.suits", { sources: profile.sources.map((source) => t(`source.${source}`)).join("、") })}
      </p>
      {PARTS.map((part) => (
        <section key={part} className="section">
          <h2>{t(`rulesPart.${part}`)}</h2>
          <div
            className="scroll-x panel"
            tabIndex={0}
            role="region"
            aria-label={`${profile.name} ${t(`rulesPart.${part}`)}`}
          >
            <table className="plain-table phone-cards rules-table">
              <thead>
                <tr>
                  <th scope="col">{t("rules.item")}</th>
                  <th scope="col">{t("rules.value")}</th>
                  <th scope="col">{t("rules.basis")}</th>
                  <th scope="col">{t("rules.state")}</th>
                </tr>
              </thead>
              <tbody>
                {profile.settings
                  .filter((setting) => setting.part === part)
                  .map((setting) => (
                    <SettingRow
                      key={setting.key}
                      setting={setting}
                      now={shown(setting, edits)}
                      editable={mayAdminister ? "editable" : "fixed"}
                      onChange={(now) => edit(setting.key, now)}
                    />
                  ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
      {mayAdminister && (
        <div className="rules-bar panel" role="group" aria-label={t("rules.save")}>
          <ErrorNotice error={preview.error ?? save.error} what={t("rules.saveFailed")} kept={t("error.formKept")} />
          {preview.data && (
            <Alert
              type={preview.data.lamps.length > 0 ? "warning" : "info"}
              showIcon
              title={t("rules.previewOf", { count: preview.data.findings })}
              description={
                preview.data.lamps.length > 0 ? (
                  <ul>
                    {preview.data.lamps.map((change) => (
                      <li key={change.words} lang="zh-CN">
                        {change.words}
                      </li>
                    ))}
                  </ul>
                ) : (
                  t("rules.previewNothing")
                )
              }
            />
          )}
          <div className="row-acts">
            <span aria-live="polite">
              {changes > 0 ? t("rules.changes", { count: changes }) : t("rules.noChanges")}
            </span>
            <Button disabled={changes === 0} loading={preview.isPending} onClick={() => preview.mutate()}>
              {t("rules.preview")}
            </Button>
            <Button disabled={changes === 0} onClick={() => setEdits({})}>
              {t("rules.discard")}
            </Button>
            <Button type="primary" disabled={changes === 0} loading={save.isPending} onClick={() => save.mutate()}>
              {t("rules.save")}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
