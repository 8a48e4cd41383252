import type { UseQueryResult } from "@tanstack/react-query";
import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import type { MissingOwners } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";

type Props = { missing: UseQueryResult<MissingOwners>; create: boolean; onCreate: (create: boolean) => void };

/** Names in the document that the directory does not know, and whether to make them. */
export function MissingNames({ missing, create, onCreate }: Props) {
  const { t } = useTranslation();
  if (!missing.data) {
    return (
      <ErrorNotice
        error={missing.error}
        what={t("review.confirm.missingFailed")}
        kept={t("review.confirm.keepMissing")}
        onRetry={() => void missing.refetch()}
      />
    );
  }
  const { units, people } = missing.data;
  if (units.length + people.length === 0) return null;
  const lists = [
    { key: "units", label: t("menu.units"), names: units },
    { key: "people", label: t("menu.people"), names: people },
  ].filter((list) => list.names.length > 0);
  return (
    <section className="missing-names" aria-label={t("review.confirm.missingLabel")}>
      <p>
        <strong>{t("review.confirm.missing", { units: units.length, people: people.length })}</strong>
      </p>
      <dl>
        {lists.map(({ key, label, names }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{names.join(t("common.comma"))}</dd>
          </div>
        ))}
      </dl>
      <Checkbox checked={create} onChange={(event) => onCreate(event.target.checked)}>
        {t("review.confirm.createMissing")}
      </Checkbox>
      {!create && <p className="page-note">{t("review.confirm.keepMissing")}</p>}
    </section>
  );
}
