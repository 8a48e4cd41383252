import { SettingOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover } from "antd";
import { useTranslation } from "react-i18next";
import { COLUMNS, type ColumnKey } from "./columns";

type Props = { columns: ColumnKey[]; onChoose: (columns: ColumnKey[]) => void; onReset: () => void };

export function ColumnChooser({ columns, onChoose, onReset }: Props) {
  const { t } = useTranslation();
  const list = (
    <div className="column-chooser" role="group" aria-label={t("ledger.columns")}>
      {COLUMNS.map((key) => (
        <Checkbox
          key={key}
          checked={columns.includes(key)}
          disabled={key === "title" || key === "serial"}
          onChange={(event) =>
            onChoose(event.target.checked ? [...columns, key] : columns.filter((one) => one !== key))
          }
        >
          {t(`column.${key}`)}
        </Checkbox>
      ))}
      <Button size="small" onClick={onReset}>
        {t("ledger.columnsReset")}
      </Button>
    </div>
  );
  return (
    <Popover content={list} trigger="click" placement="bottomRight">
      <Button icon={<SettingOutlined />}>{t("ledger.columns")}</Button>
    </Popover>
  );
}
