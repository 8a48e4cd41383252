import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import type { Person } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { useSession } from "../../components/useSession";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { PlainTable } from "../../ui/PlainTable";
import { PersonForm } from "./PersonForm";

export function PeoplePage() {
  const { t } = useTranslation();
  const { mayAdminister } = useSession();
  const people = useQuery(queries.people());
  const units = useQuery(queries.units()).data?.items ?? [];
  const [words, setWords] = useState("");
  const [form, setForm] = useState<{ person: Person | null } | null>(null);
  const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? "–";
  const shown = (people.data?.items ?? []).filter((person) =>
    [person.name, person.username, person.duty, unitName(person.unit_id)].some((text) => text?.includes(words.trim())),
  );
  return (
    <div className="page">
      <PageHeader
        title={t("menu.people")}
        note={t("people.note")}
        actions={
          <>
            <Input.Search
              className="filter-search"
              allowClear
              aria-label={t("people.search")}
              placeholder={t("people.search")}
              onChange={(event) => setWords(event.target.value)}
            />
            {mayAdminister && (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setForm({ person: null })}>
                {t("people.add")}
              </Button>
            )}
          </>
        }
      />
      <ErrorNotice error={people.error} what={t("people.failed")} onRetry={() => void people.refetch()} />
      {people.isPending && <Loading />}
      {people.data && shown.length === 0 && <EmptyState title={t("people.noMatch")} />}
      {shown.length > 0 && (
        <PlainTable
          label={t("menu.people")}
          columns={[
            t("people.name"),
            t("people.unit"),
            t("people.duty"),
            t("people.roles"),
            t("people.account"),
            t("import.column.actions"),
          ]}
        >
          {shown.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                {person.name}
                {!person.active && <span className="page-note"> ({t("people.inactive")})</span>}
              </th>
              <td data-label={t("people.unit")}>{unitName(person.unit_id)}</td>
              <td data-label={t("people.duty")}>{person.duty ?? "–"}</td>
              <td data-label={t("people.roles")}>
                {person.roles.map((role) => t(`role.${role}`)).join(t("common.comma")) || "–"}
              </td>
              <td data-label={t("people.account")}>{person.username ?? t("people.noAccount")}</td>
              <td>
                {mayAdminister && (
                  <Button
                    size="small"
                    onClick={() => setForm({ person })}
                    aria-label={t("people.editNamed", { name: person.name })}
                  >
                    {t("common.edit")}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {form && <PersonForm {...form} onClose={() => setForm(null)} />}
    </div>
  );
}
