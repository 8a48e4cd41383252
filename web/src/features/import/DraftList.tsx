import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { discardDraft } from "../../api/drafts";
import { queries } from "../../api/queries";
import type { DraftSummary } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { localTime } from "../../components/localTime";
import { useSession } from "../../components/useSession";
import { paths } from "../../paths";
import { EmptyState } from "../../ui/EmptyState";

export function DraftList(props: { inspection: string; drafts: DraftSummary[] }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { mayEdit } = useSession();
  const client = useQueryClient();
  const discard = useMutation({
    mutationFn: discardDraft,
    onSuccess: () => client.invalidateQueries({ queryKey: queries.drafts(props.inspection).queryKey }),
  });
  if (props.drafts.length === 0) return <EmptyState title={t("import.noDrafts")} />;
  const ask = (draft: DraftSummary) =>
    modal.confirm({
      title: t("import.discardAsk", { name: draft.name }),
      content: t("import.discardText"),
      okText: t("import.discard"),
      okButtonProps: { danger: true },
      onOk: () => discard.mutate(draft.id),
    });
  return (
    <>
      <ErrorNotice error={discard.error} what={t("import.discardFailed")} />
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t("import.drafts")}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("import.column.name")}</th>
              <th scope="col">{t("import.column.state")}</th>
              <th scope="col">{t("import.column.created")}</th>
              <th scope="col">{t("import.column.actions")}</th>
            </tr>
          </thead>
          <tbody>
            {props.drafts.map((draft) => (
              <tr key={draft.id}>
                <td>
                  <Link to={paths.importing(props.inspection, draft.id)}>{draft.name}</Link>
                </td>
                <td>{t(`draftState.${draft.state}`)}</td>
                <td className="digits">{localTime(draft.created_at)}</td>
                <td>
                  {mayEdit && draft.state === "open" && (
                    <Button
                      size="small"
                      onClick={() => ask(draft)}
                      aria-label={t("import.discardNamed", { name: draft.name })}
                    >
                      {t("import.discard")}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
