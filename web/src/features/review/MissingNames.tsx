import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import type { MissingOwners } from "../../api/types";

type Props = { missing: MissingOwners; create: boolean; onCreate: (create: boolean) => void };

/** Names in the document that the directory does not know, and whether to register them. */
export function MissingNames({ missing, create, onCreate }: Props) {
  const { t } = useTranslation();
  const names = [...missing.units, ...missing.people];
  if (names.length === 0) return null;
  return (
    <div className="missing-names">
      <p>
        <strong>{t("review.confirm.missing", { units: missing.units.length, people: missing.people.length })}</strong>
      </p>
      <p>{names.join(t("common.comma"))}</p>
      <Checkbox checked={create} onChange={(event) => onCreate(event.target.checked)}>
        {t("review.confirm.createMissing")}
      </Checkbox>
      {!create && <p className="page-note">{t("review.confirm.keepMissing")}</p>}
    </div>
  );
}
