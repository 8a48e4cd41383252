import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { withdrawToken } from "../../api/tokens";
import type { ApiToken } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { localTime } from "../../components/localTime";
import { useSession } from "../../components/useSession";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { PlainTable } from "../../ui/PlainTable";
import { TokenForm } from "./TokenForm";

/** 接口令牌: what scripts use in the person's name. */
export function TokensPage() {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { session } = useSession();
  const client = useQueryClient();
  const tokens = useQuery(queries.tokens());
  const [adding, setAdding] = useState(false);
  const withdraw = useMutation({
    mutationFn: withdrawToken,
    onSettled: () => client.invalidateQueries({ queryKey: ["tokens"] }),
  });
  const ask = (token: ApiToken) =>
    modal.confirm({
      title: t("tokens.withdrawAsk", { name: token.name }),
      content: t("tokens.withdrawText"),
      okText: t("tokens.withdraw"),
      okButtonProps: { danger: true },
      onOk: () => withdraw.mutate(token.id),
    });
  const state = (token: ApiToken) => {
    if (token.withdrawn) return "withdrawn";
    return session && token.expires < session.today ? "expired" : "live";
  };
  return (
    <div className="page">
      <PageHeader
        title={t("user.tokens")}
        note={t("tokens.note")}
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t("tokens.add")}
          </Button>
        }
      />
      <ErrorNotice error={tokens.error} what={t("tokens.failed")} onRetry={() => void tokens.refetch()} />
      <ErrorNotice error={withdraw.error} what={t("tokens.withdrawFailed")} onClose={withdraw.reset} />
      {tokens.isPending && <Loading />}
      {tokens.data?.items.length === 0 && <EmptyState title={t("tokens.empty")}>{t("tokens.emptyText")}</EmptyState>}
      {tokens.data && tokens.data.items.length > 0 && (
        <PlainTable
          label={t("user.tokens")}
          columns={[
            t("tokens.name"),
            t("tokens.scope"),
            t("tokens.expires"),
            t("tokens.used"),
            t("tokens.state"),
            t("import.column.actions"),
          ]}
        >
          {tokens.data.items.map((token) => (
            <tr key={token.id}>
              <th scope="row">{token.name}</th>
              <td data-label={t("tokens.scope")}>{t(`tokenScope.${token.scope}`)}</td>
              <td data-label={t("tokens.expires")}>{token.expires}</td>
              <td data-label={t("tokens.used")}>{token.used_at ? localTime(token.used_at) : t("tokens.never")}</td>
              <td data-label={t("tokens.state")}>{t(`tokens.${state(token)}`)}</td>
              <td>
                {!token.withdrawn && (
                  <Button
                    size="small"
                    onClick={() => ask(token)}
                    aria-label={t("tokens.withdrawNamed", { name: token.name })}
                  >
                    {t("tokens.withdraw")}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {adding && <TokenForm onClose={() => setAdding(false)} />}
    </div>
  );
}
