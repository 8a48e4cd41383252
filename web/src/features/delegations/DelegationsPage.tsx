import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { endDelegation } from "../../api/delegations";
import { queries } from "../../api/queries";
import type { Delegation } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { useSession } from "../../components/useSession";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { PlainTable } from "../../ui/PlainTable";
import { DelegationForm } from "./DelegationForm";
import { delegationState } from "./delegationState";

/** 委托代办: whom the person lets act for him, and who lets him; the administrator sees all. */
export function DelegationsPage() {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { session } = useSession();
  const client = useQueryClient();
  const delegations = useQuery(queries.delegations());
  const [adding, setAdding] = useState(false);
  const end = useMutation({
    mutationFn: ({ id, version }: Delegation) => endDelegation(id, version),
    // What others let the person do is looked at anew everywhere.
    onSettled: () => client.invalidateQueries(),
  });
  const ask = (one: Delegation) =>
    modal.confirm({
      title: t("delegation.endAsk", { principal: one.principal.name, delegate: one.delegate.name }),
      content: t("delegation.endText"),
      okText: t("delegation.end"),
      okButtonProps: { danger: true },
      onOk: () => end.mutate(one),
    });
  const today = session?.today ?? "";
  const me = session?.person.id;
  const name = (one: Delegation["principal"]) => (one.id === me ? t("delegation.me", { name: one.name }) : one.name);
  return (
    <div className="page">
      <PageHeader
        title={t("user.delegations")}
        note={t("delegation.note")}
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t("delegation.add")}
          </Button>
        }
      />
      <ErrorNotice error={delegations.error} what={t("delegation.failed")} onRetry={() => void delegations.refetch()} />
      <ErrorNotice error={end.error} what={t("delegation.endFailed")} onClose={end.reset} />
      {delegations.isPending && <Loading />}
      {delegations.data?.items.length === 0 && (
        <EmptyState title={t("delegation.empty")}>{t("delegation.emptyText")}</EmptyState>
      )}
      {delegations.data && delegations.data.items.length > 0 && (
        <PlainTable
          label={t("user.delegations")}
          columns={[
            t("delegation.who"),
            t("delegation.roles"),
            t("delegation.period"),
            t("delegation.reason"),
            t("tokens.state"),
            t("import.column.actions"),
          ]}
        >
          {delegations.data.items.map((one) => {
            const state = delegationState(one, today);
            return (
              <tr key={one.id}>
                <th scope="row">
                  {t("delegation.pair", { principal: name(one.principal), delegate: name(one.delegate) })}
                </th>
                <td data-label={t("delegation.roles")}>
                  {one.roles.map((role) => t(`role.${role}`)).join(t("common.comma"))}
                </td>
                <td data-label={t("delegation.period")} className="digits">
                  {t("delegation.fromTo", { from: one.from, until: one.ended ?? one.until })}
                </td>
                <td data-label={t("delegation.reason")}>{one.reason}</td>
                <td data-label={t("tokens.state")}>{t(`delegation.state.${state}`)}</td>
                <td>
                  {(state === "live" || state === "coming") && (
                    <Button
                      size="small"
                      onClick={() => ask(one)}
                      aria-label={t("delegation.endNamed", {
                        principal: one.principal.name,
                        delegate: one.delegate.name,
                      })}
                    >
                      {t("delegation.end")}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </PlainTable>
      )}
      {adding && <DelegationForm onClose={() => setAdding(false)} />}
    </div>
  );
}
