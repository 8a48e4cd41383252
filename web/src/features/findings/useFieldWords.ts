import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import type { FieldName, Fields } from "./fields";

/** A field's value as people read it: names for ids, words for codes. */
export function useFieldWords() {
  const { t } = useTranslation();
  const units = useQuery(queries.units()).data?.items ?? [];
  const people = useQuery(queries.people()).data?.items ?? [];
  const unit = (id: string | null) => units.find((one) => one.id === id)?.name ?? "";
  const person = (id: string | null) => people.find((one) => one.id === id)?.name ?? "";
  return (name: FieldName, fields: Fields): string => {
    switch (name) {
      case "unit_id":
        return unit(fields.unit_id);
      case "leader_id":
        return person(fields.leader_id);
      case "owner_id":
        return person(fields.owner_id);
      case "co_unit_ids":
        return fields.co_unit_ids.map(unit).join(t("common.comma"));
      case "co_leader_ids":
      case "co_owner_ids":
        return fields[name].map(person).join(t("common.comma"));
      case "fix_type":
        return fields.fix_type ? t(`fixType.${fields.fix_type}`) : "";
      default:
        return fields[name] ?? "";
    }
  };
}
