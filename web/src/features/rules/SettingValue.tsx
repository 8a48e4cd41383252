import { Input, InputNumber, Select, Space } from "antd";
import { useTranslation } from "react-i18next";
import type { RuleSetting } from "../../api/types";

const UNITS = ["days", "working_days", "months", "years"] as const;

type Props = { setting: RuleSetting; value: string; onChange: (value: string) => void };

/** The field that suits the value: a list, a period, days or words. */
export function SettingValue({ setting, value, onChange }: Props) {
  const { t } = useTranslation();
  const label = setting.label;
  if (setting.input === "choice") {
    return (
      <Select
        className="setting-choice"
        aria-label={label}
        value={value}
        onChange={onChange}
        options={setting.options.map((option) => ({ value: option.value, label: option.word }))}
      />
    );
  }
  if (setting.input === "period") {
    const [unit, count] = value.split(":");
    return (
      <Space.Compact>
        <InputNumber
          aria-label={label}
          min={1}
          max={3660}
          precision={0}
          value={Number(count)}
          onChange={(next) => onChange(`${unit}:${next ?? 1}`)}
        />
        <Select
          className="setting-unit"
          aria-label={t("rules.unitOf", { label })}
          value={unit}
          onChange={(next) => onChange(`${next}:${count}`)}
          options={UNITS.map((one) => ({ value: one, label: t(`periodUnit.${one}`) }))}
        />
      </Space.Compact>
    );
  }
  if (setting.input === "days") {
    return (
      <Space>
        <InputNumber
          aria-label={label}
          min={0}
          max={3660}
          precision={0}
          value={Number(value)}
          onChange={(next) => onChange(String(next ?? 0))}
        />
        {t("periodUnit.days")}
      </Space>
    );
  }
  return (
    <Input
      className="setting-choice"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
