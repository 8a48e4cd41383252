import { CheckCircleOutlined, StopOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Template } from "../../api/types";
import { localTime } from "../../components/localTime";
import { PlainTable } from "../../ui/PlainTable";
import { StatusTag } from "../../ui/StatusTag";

/** All templates within reach, those in use first. */
export function TemplateTable(props: { items: Template[]; onOpen: (key: string) => void }) {
  const { t } = useTranslation();
  return (
    <PlainTable
      label={t("menu.templates")}
      columns={[
        t("templates.name"),
        t("templates.kind"),
        t("templates.unit"),
        t("templates.current"),
        t("templates.updated"),
        t("templates.state"),
      ]}
    >
      {props.items.map((item) => (
        <tr key={item.key}>
          <th scope="row">
            <Button type="link" className="cell-link" onClick={() => props.onOpen(item.key)}>
              {item.name}
            </Button>
            <div className="page-note digits">{item.key}</div>
          </th>
          <td data-label={t("templates.kind")}>{t(`templates.kinds.${item.kind}`)}</td>
          <td data-label={t("templates.unit")}>{item.unit.name}</td>
          <td data-label={t("templates.current")}>{t("templates.version", { n: item.files[0]?.number ?? 0 })}</td>
          <td data-label={t("templates.updated")} className="digits">
            {localTime(item.updated_at)}
          </td>
          <td data-label={t("templates.state")}>
            <TemplateState withdrawn={item.withdrawn} />
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}

function TemplateState({ withdrawn }: { withdrawn: boolean }) {
  const { t } = useTranslation();
  return withdrawn ? (
    <StatusTag tone="grey" icon={<StopOutlined />}>
      {t("templates.withdrawn")}
    </StatusTag>
  ) : (
    <StatusTag tone="green" icon={<CheckCircleOutlined />}>
      {t("templates.inUse")}
    </StatusTag>
  );
}
