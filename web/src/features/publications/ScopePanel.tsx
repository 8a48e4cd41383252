import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { savePublishing, type PublishingInput } from "../../api/publications";
import { queries } from "../../api/queries";
import type { Publishing } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { PublishingForm } from "../../components/PublishingForm";
import { PublishTag } from "../../components/PublishTag";
import { useSession } from "../../components/useSession";
import { paths } from "../../paths";
import { EmptyState } from "../../ui/EmptyState";

/** What of each finding goes out; several at once. */
export function ScopePanel({ inspection, draft }: { inspection: string; draft: boolean }) {
  const { t } = useTranslation();
  const { mayEdit } = useSession();
  const client = useQueryClient();
  const options = queries.publishing(inspection);
  const list = useQuery(options);
  const [chosen, setChosen] = useState<string[]>([]);
  const saving = useMutation({
    mutationFn: (body: PublishingInput) => savePublishing(inspection, body),
    onSuccess: (now) => {
      client.setQueryData(options.queryKey, now);
      setChosen([]);
      void client.invalidateQueries({ queryKey: ["publications"] });
      void client.invalidateQueries({ queryKey: ["findings"] });
    },
  });
  const items = list.data?.items ?? [];
  const editable = draft && mayEdit;
  const findings = items
    .filter((item) => chosen.includes(item.finding))
    .map(({ finding, version }) => ({ finding, version }));
  return (
    <div className="scope-panel">
      <p className="page-note">{t("publication.scopeHint")}</p>
      {list.isPending && <Loading />}
      <ErrorNotice error={list.error} what={t("publication.scopeFailed")} onRetry={() => void list.refetch()} />
      <ErrorNotice
        error={saving.error}
        what={t("publication.notSaved")}
        kept={t("error.nothingChanged")}
        onClose={saving.reset}
      />
      {editable && items.length > 0 && (
        <PublishingForm
          title={t("publication.decide", { n: chosen.length })}
          initial={null}
          disabled={chosen.length === 0}
          saving={saving.isPending}
          onSave={(decision) => saving.mutate({ ...decision, findings })}
        />
      )}
      {list.data && items.length === 0 && <EmptyState title={t("publication.noFindings")}>{""}</EmptyState>}
      {items.length > 0 && <ScopeTable items={items} chosen={chosen} onChoose={editable ? setChosen : null} />}
    </div>
  );
}

type TableProps = { items: Publishing[]; chosen: string[]; onChoose: ((keys: string[]) => void) | null };

function ScopeTable({ items, chosen, onChoose }: TableProps) {
  const { t } = useTranslation();
  const all = items.map((item) => item.finding);
  const toggle = (key: string) =>
    onChoose?.(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  return (
    <div className="scroll-x panel" tabIndex={0} role="region" aria-label={t("publication.scope")}>
      <table className="plain-table phone-cards">
        <thead>
          <tr>
            {onChoose && (
              <th scope="col" className="scope-check">
                <Checkbox
                  aria-label={t("publication.chooseAll")}
                  checked={chosen.length === all.length}
                  indeterminate={chosen.length > 0 && chosen.length < all.length}
                  onChange={(event) => onChoose(event.target.checked ? all : [])}
                />
              </th>
            )}
            <th scope="col">{t("column.title")}</th>
            <th scope="col">{t("publication.scope")}</th>
            <th scope="col">{t("publication.reasonOrWording")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.finding}>
              {onChoose && (
                <td className="scope-check">
                  <Checkbox
                    aria-label={t("publication.choose", { key: item.finding })}
                    checked={chosen.includes(item.finding)}
                    onChange={() => toggle(item.finding)}
                  />
                </td>
              )}
              <th scope="row">
                <Link to={paths.finding(item.finding)}>{item.title}</Link>
                <div className="page-note digits">{item.finding}</div>
              </th>
              <td data-label={t("publication.scope")}>
                <PublishTag publish={item.publish} />
              </td>
              <td data-label={t("publication.reasonOrWording")}>
                {item.reason ? t(`withholdReason.${item.reason}`) : (item.wording ?? "—")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
