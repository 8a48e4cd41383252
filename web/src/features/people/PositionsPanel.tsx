import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changePosition, createPosition, type PositionChange, type PositionInput } from "../../api/directory";
import { queries } from "../../api/queries";
import type { Person, Position } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { useSession } from "../../components/useSession";
import { PositionForm } from "./PositionForm";

/** What a person is elsewhere than in his main unit, and what he was: who held it when. */
export function PositionsPanel({ person }: { person: Person }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { session } = useSession();
  const today = session?.today ?? "";
  const positions = useQuery(queries.positions(person.id));
  const units = useQuery(queries.units()).data?.items ?? [];
  const [form, setForm] = useState<{ position: Position | null } | null>(null);
  const save = useMutation({
    mutationFn: (input: PositionInput) => {
      const known = form?.position;
      const change: PositionChange = {
        version: known?.version ?? 0,
        duty: input.duty || null,
        roles: input.roles,
        from: input.from,
        until: input.until ?? null,
      };
      return known ? changePosition(known.id, change) : createPosition(person.id, input);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["people"] });
      setForm(null);
    },
  });
  const end = useMutation({
    mutationFn: (position: Position) => changePosition(position.id, { version: position.version, until: today }),
    onSettled: () => client.invalidateQueries({ queryKey: ["people"] }),
  });
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? "–";
  const isOver = (position: Position) => position.until !== null && position.until < today;
  const all = positions.data?.items ?? [];
  return (
    <section className="section" aria-label={t("positions.title")}>
      <div className="section-head">
        <h3>{t("positions.title")}</h3>
        {!form && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setForm({ position: null })}>
            {t("positions.add")}
          </Button>
        )}
      </div>
      <p className="page-note">{t("positions.note")}</p>
      <ErrorNotice error={positions.error} what={t("positions.failed")} onRetry={() => void positions.refetch()} />
      <ErrorNotice error={end.error} what={t("positions.saveFailed")} onClose={end.reset} />
      {positions.isPending && <Loading />}
      {positions.data && all.length === 0 && !form && <p className="page-note">{t("positions.none")}</p>}
      <ul className="position-list">
        {all.map((position) => (
          <li key={position.id} className={isOver(position) ? "position position-over" : "position"}>
            <div>
              <p>
                <b>{unitName(position.unit_id)}</b> {position.duty}
              </p>
              <p className="page-note">
                {t(`positionKind.${position.kind}`)} ·{" "}
                {position.roles.map((role) => t(`role.${role}`)).join(t("common.comma")) || "–"}
                {" · "}
                <span className="digits">
                  {t("positions.fromTo", {
                    from: position.from ?? t("positions.unknown"),
                    until: position.until ?? t("positions.open"),
                  })}
                </span>
              </p>
            </div>
            {position.kind === "further" && !isOver(position) && !form && (
              <span className="measure-acts">
                <Button
                  size="small"
                  onClick={() => setForm({ position })}
                  aria-label={t("positions.editNamed", { unit: unitName(position.unit_id) })}
                >
                  {t("common.edit")}
                </Button>
                {position.until !== today && (
                  <Button
                    size="small"
                    loading={end.isPending}
                    onClick={() => end.mutate(position)}
                    aria-label={t("positions.endNamed", { unit: unitName(position.unit_id) })}
                  >
                    {t("positions.end")}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {form && (
        <PositionForm
          key={form.position?.id ?? "new"}
          position={form.position}
          today={today}
          saving={save.isPending}
          error={save.error}
          onSave={(input) => save.mutate(input)}
          onClose={() => {
            save.reset();
            setForm(null);
          }}
        />
      )}
    </section>
  );
}
