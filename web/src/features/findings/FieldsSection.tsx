import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/types";
import { FieldsForm } from "./FieldsForm";
import { useFieldWords } from "./useFieldWords";
import { type FieldName, fieldsOf, shownFields } from "./fields";

const WIDE: FieldName[] = ["text", "target"];

export function FieldsSection({ finding, mayEdit }: { finding: Finding; mayEdit: boolean }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const words = useFieldWords();
  const fields = fieldsOf(finding);
  return (
    <section className="section" aria-label={t("finding.fields")}>
      <div className="section-head">
        <h3>{t("finding.fields")}</h3>
        {mayEdit && !editing && (
          <Button size="small" icon={<EditOutlined />} onClick={() => setEditing(true)}>
            {t("common.edit")}
          </Button>
        )}
      </div>
      {editing ? (
        <FieldsForm finding={finding} onClose={() => setEditing(false)} />
      ) : (
        <dl className="field-list">
          {shownFields(fields)
            .filter((name) => name !== "title")
            .map((name) => (
              <div key={name} className={WIDE.includes(name) ? "field-wide" : undefined}>
                <dt>{t(`field.${name}`)}</dt>
                <dd>{words(name, fields) || <span className="none">{t("common.empty")}</span>}</dd>
              </div>
            ))}
        </dl>
      )}
    </section>
  );
}
