import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changeUnit, deleteUnit } from "../../api/directory";
import { queries } from "../../api/queries";
import type { Unit } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { useSession } from "../../components/useSession";
import { PageHeader } from "../../ui/PageHeader";
import { PlainTable } from "../../ui/PlainTable";
import { UnitForm } from "./UnitForm";
import { neighbour, positionBeside, unitRows } from "./unitRows";

export function UnitsPage() {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { mayAdminister } = useSession();
  const client = useQueryClient();
  const units = useQuery(queries.units());
  const [form, setForm] = useState<{ unit: Unit | null; parent: string | null } | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: ["units"] });
  const remove = useMutation({ mutationFn: deleteUnit, onSettled: refresh });
  const move = useMutation({
    mutationFn: async ({ unit, by }: { unit: Unit; by: 1 | -1 }) => {
      const position = positionBeside(units.data?.items ?? [], unit, by);
      if (position !== undefined) await changeUnit(unit.id, { version: unit.version, position });
    },
    onSettled: refresh,
  });
  const rows = unitRows(units.data?.items ?? []);
  const ask = (unit: Unit) =>
    modal.confirm({
      title: t("units.deleteAsk", { name: unit.name }),
      content: t("units.deleteText"),
      okText: t("common.delete"),
      okButtonProps: { danger: true },
      onOk: () => remove.mutate(unit.id),
    });

  return (
    <div className="page">
      <PageHeader
        title={t("menu.units")}
        note={t("units.note")}
        actions={
          mayAdminister && (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              onClick={() => setForm({ unit: null, parent: rows[0]?.unit.id ?? null })}
            >
              {t("units.add")}
            </Button>
          )
        }
      />
      <ErrorNotice error={units.error} what={t("units.failed")} onRetry={() => void units.refetch()} />
      <ErrorNotice
        error={remove.error}
        what={t("units.deleteFailed")}
        kept={t("error.nothingChanged")}
        onClose={remove.reset}
      />
      <ErrorNotice
        error={move.error}
        what={t("units.moveFailed")}
        kept={t("error.nothingChanged")}
        onClose={move.reset}
      />
      {units.isPending && <Loading />}
      {units.data && (
        <PlainTable
          label={t("menu.units")}
          columns={[t("units.name"), t("units.shortName"), t("units.kind"), t("import.column.actions")]}
        >
          {rows.map(({ unit, depth }) => (
            <tr key={unit.id}>
              <th scope="row" style={{ paddingInlineStart: 10 + depth * 22 }}>
                {unit.name}
              </th>
              <td data-label={t("units.shortName")}>{unit.short_name ?? "–"}</td>
              <td data-label={t("units.kind")}>{t(`unitKind.${unit.kind}`)}</td>
              <td>
                {mayAdminister && (
                  <span className="row-acts">
                    <Button
                      size="small"
                      onClick={() => setForm({ unit: null, parent: unit.id })}
                      aria-label={t("units.addUnder", { name: unit.name })}
                    >
                      {t("units.addChild")}
                    </Button>
                    <Button
                      size="small"
                      onClick={() => setForm({ unit, parent: unit.parent_id })}
                      aria-label={t("units.editNamed", { name: unit.name })}
                    >
                      {t("common.edit")}
                    </Button>
                    <Button
                      size="small"
                      disabled={!neighbour(units.data.items, unit, -1)}
                      onClick={() => move.mutate({ unit, by: -1 })}
                      aria-label={t("units.upNamed", { name: unit.name })}
                    >
                      {t("units.up")}
                    </Button>
                    <Button
                      size="small"
                      disabled={!neighbour(units.data.items, unit, 1)}
                      onClick={() => move.mutate({ unit, by: 1 })}
                      aria-label={t("units.downNamed", { name: unit.name })}
                    >
                      {t("units.down")}
                    </Button>
                    {unit.parent_id && (
                      <Button
                        size="small"
                        onClick={() => ask(unit)}
                        aria-label={t("units.deleteNamed", { name: unit.name })}
                      >
                        {t("common.delete")}
                      </Button>
                    )}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {form && <UnitForm {...form} onClose={() => setForm(null)} />}
    </div>
  );
}
