import { useTranslation } from "react-i18next";
import type { NodeField } from "../../api/types";

/** What the other columns of a ledger say of this node; they go with it, and are not changed here. */
export function NodeFields({ fields }: { fields: NodeField[] }) {
  const { t } = useTranslation();
  if (fields.length === 0) return null;
  return (
    <div className="editor-line editor-top">
      <span className="editor-label" id="node-fields-label">
        {t("review.editor.fields")}
      </span>
      <dl className="node-fields" aria-labelledby="node-fields-label">
        {fields.map((field) => (
          <div key={field.name}>
            <dt>{t(`ledgerField.${field.name}`, { defaultValue: field.name })}</dt>
            <dd>{field.text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
