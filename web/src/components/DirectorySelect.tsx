import { useQuery } from "@tanstack/react-query";
import { Select, type SelectProps } from "antd";
import { useTranslation } from "react-i18next";
import { queries } from "../api/queries";
import type { Person, Unit } from "../api/types";

type Shared = Pick<SelectProps, "disabled" | "id" | "size" | "placeholder" | "status" | "style"> & {
  "aria-label"?: string;
};
type One = Shared & { value?: string | null; onChange?: (id: string | null) => void; required?: boolean };
type Many = Shared & { value?: string[]; onChange?: (ids: string[]) => void };

const search = { optionFilterProp: "label" } as const;

export function UnitSelect({ value, onChange, required, ...rest }: One) {
  const { t } = useTranslation();
  const units = useQuery(queries.units());
  return (
    <Select
      placeholder={t("common.chooseUnit")}
      {...rest}
      showSearch={search}
      allowClear={!required}
      loading={units.isPending}
      value={value ?? undefined}
      onChange={(id?: string) => onChange?.(id ?? null)}
      options={unitOptions(units.data?.items ?? [])}
    />
  );
}

export function UnitsSelect({ value, onChange, ...rest }: Many) {
  const { t } = useTranslation();
  const units = useQuery(queries.units());
  return (
    <Select
      placeholder={t("common.chooseUnit")}
      {...rest}
      mode="multiple"
      showSearch={search}
      loading={units.isPending}
      value={value}
      onChange={(ids: string[]) => onChange?.(ids)}
      options={unitOptions(units.data?.items ?? [])}
    />
  );
}

export function PersonSelect({ value, onChange, required, ...rest }: One) {
  const { t } = useTranslation();
  const people = useQuery(queries.people());
  const units = useQuery(queries.units());
  return (
    <Select
      placeholder={t("common.choosePerson")}
      {...rest}
      showSearch={search}
      allowClear={!required}
      loading={people.isPending}
      value={value ?? undefined}
      onChange={(id?: string) => onChange?.(id ?? null)}
      options={personOptions(people.data?.items ?? [], units.data?.items ?? [])}
    />
  );
}

export function PeopleSelect({ value, onChange, ...rest }: Many) {
  const { t } = useTranslation();
  const people = useQuery(queries.people());
  const units = useQuery(queries.units());
  return (
    <Select
      placeholder={t("common.choosePeople")}
      {...rest}
      mode="multiple"
      showSearch={search}
      loading={people.isPending}
      value={value}
      onChange={(ids: string[]) => onChange?.(ids)}
      options={personOptions(people.data?.items ?? [], units.data?.items ?? [])}
    />
  );
}

const unitOptions = (units: Unit[]) => units.map((unit) => ({ value: unit.id, label: unit.name }));

function personOptions(people: Person[], units: Unit[]) {
  const names = new Map(units.map((unit) => [unit.id, unit.short_name ?? unit.name]));
  return people
    .filter((person) => person.active)
    .map((person) => {
      const more = [person.unit_id ? names.get(person.unit_id) : null, person.duty].filter(Boolean).join(" ");
      return { value: person.id, label: more ? `${person.name} (${more})` : person.name };
    });
}
