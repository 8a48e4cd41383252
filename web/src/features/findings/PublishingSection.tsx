import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { savePublishing } from "../../api/publications";
import { queries } from "../../api/queries";
import type { Finding } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PublishingForm, type Decision } from "../../components/PublishingForm";
import { PublishTag } from "../../components/PublishTag";
import { useSession } from "../../components/useSession";
import { inspectionOf } from "../../paths";

/** 公开范围: what of the finding goes into public versions. */
export function PublishingSection({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { mayEdit } = useSession();
  const client = useQueryClient();
  const options = queries.findingPublishing(finding.key);
  const publishing = useQuery(options);
  const [open, setOpen] = useState(false);
  const now = publishing.data;
  const saving = useMutation({
    mutationFn: (decision: Decision) =>
      savePublishing(inspectionOf(finding.key) ?? "", {
        ...decision,
        findings: [{ finding: finding.key, version: now?.version ?? 0 }],
      }),
    onSuccess: async () => {
      setOpen(false);
      await Promise.all([
        client.invalidateQueries({ queryKey: ["findings", finding.key] }),
        client.invalidateQueries({ queryKey: ["publications"] }),
      ]);
    },
  });
  return (
    <section className="section publishing-section" aria-labelledby="publishing-head">
      <h3 id="publishing-head">{t("publication.scope")}</h3>
      <ErrorNotice
        error={publishing.error}
        what={t("publication.scopeFailed")}
        onRetry={() => void publishing.refetch()}
      />
      <ErrorNotice error={saving.error} what={t("publication.notSaved")} onClose={saving.reset} />
      {now && !open && (
        <p>
          <PublishTag publish={now.publish} />{" "}
          {now.reason && <span className="page-note">{t(`withholdReason.${now.reason}`)}</span>}
          {now.wording && <span className="page-note">{t("publication.wordingIs", { text: now.wording })}</span>}
          {mayEdit && (
            <Button type="link" size="small" onClick={() => setOpen(true)}>
              {t("publication.changeScope")}
            </Button>
          )}
        </p>
      )}
      {now && open && (
        <>
          <PublishingForm
            title={t("publication.changeScope")}
            initial={now}
            saving={saving.isPending}
            onSave={saving.mutate}
          />
          <Button onClick={() => setOpen(false)}>{t("common.cancel")}</Button>
        </>
      )}
    </section>
  );
}
