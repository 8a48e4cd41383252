import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { RuleSetting } from "../../api/types";
import { SettingValue } from "./SettingValue";

type Props = {
  setting: RuleSetting;
  now: { value: string; basis: string };
  editable: "editable" | "fixed";
  onChange: (now: { value: string; basis: string }) => void;
};

/** One rule: its value, its basis, and the way back to what the program brings. */
export function SettingRow({ setting, now, editable, onChange }: Props) {
  const { t } = useTranslation();
  const differs = now.value !== setting.built_in_value || now.basis !== setting.built_in_basis;
  return (
    <tr>
      <th scope="row">{setting.label}</th>
      <td data-label={t("rules.value")}>
        {editable === "editable" ? (
          <SettingValue setting={setting} value={now.value} onChange={(value) => onChange({ ...now, value })} />
        ) : (
          setting.words
        )}
      </td>
      <td data-label={t("rules.basis")}>
        {editable === "editable" ? (
          <Input.TextArea
            aria-label={t("rules.basisOf", { label: setting.label })}
            autoSize={{ minRows: 1, maxRows: 6 }}
            value={now.basis}
            onChange={(event) => onChange({ ...now, basis: event.target.value })}
          />
        ) : (
          setting.basis
        )}
      </td>
      <td>
        {differs && (
          <span className="row-acts">
            <span className="muted">{t("rules.changed")}</span>
            {editable === "editable" && (
              <Button
                size="small"
                aria-label={t("rules.resetOf", { label: setting.label })}
                onClick={() => onChange({ value: setting.built_in_value, basis: setting.built_in_basis })}
              >
                {t("rules.reset")}
              </Button>
            )}
          </span>
        )}
      </td>
    </tr>
  );
}
