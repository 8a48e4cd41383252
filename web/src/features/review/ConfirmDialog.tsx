import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { confirmDraft } from "../../api/drafts";
import { queries } from "../../api/queries";
import type { Confirmation } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { paths } from "../../paths";
import { MissingNames } from "./MissingNames";
import { OpenSentences, openSentences } from "./OpenSentences";
import type { Review } from "./useReview";

/** Says what will be created, names what is still open, and keeps the result on screen. */
export function ConfirmDialog(props: { review: Review; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { draft } = props.review;
  const [skipOpen, setSkipOpen] = useState(false);
  const [createMissing, setCreateMissing] = useState(true);
  const missing = useQuery(queries.missingOwners(draft.id, draft.version));
  const confirm = useMutation({
    // Nothing is made that was not shown.
    mutationFn: () =>
      confirmDraft(draft.id, {
        version: draft.version,
        skip_open: skipOpen,
        create_missing: createMissing && missing.isSuccess,
      }),
    onError: () => client.invalidateQueries({ queryKey: queries.draft(draft.id).queryKey, exact: true }),
    onSuccess: async () => {
      for (const key of ["inspections", "findings", "units", "people"]) {
        await client.invalidateQueries({ queryKey: [key] });
      }
    },
  });
  const count = (kind: string) => draft.nodes.filter((node) => node.kind === kind && !node.skipped).length;
  const open = openSentences(draft.paragraphs);
  const done = confirm.data;
  const close = () => {
    if (done) void client.invalidateQueries({ queryKey: ["drafts", draft.id] });
    props.onClose();
  };

  return (
    <Modal
      open
      title={t("review.confirm.title")}
      onCancel={close}
      width={640}
      closable={{ "aria-label": t("common.close") }}
      footer={
        done ? (
          <Link to={paths.ledger(draft.inspection_key)} className="primary-link">
            {t("review.confirm.toLedger")}
          </Link>
        ) : (
          <>
            <Button onClick={close}>{t("review.confirm.back")}</Button>
            <Button
              type="primary"
              disabled={missing.isPending || (open.length > 0 && !skipOpen)}
              loading={confirm.isPending}
              onClick={() => confirm.mutate()}
            >
              {t("review.confirm.submit")}
            </Button>
          </>
        )
      }
    >
      {done ? (
        <Result done={done} />
      ) : (
        <>
          <ErrorNotice error={confirm.error} what={t("review.confirm.failed")} kept={t("review.confirm.kept")} />
          <p>
            {t("review.confirm.summary", {
              findings: count("finding"),
              recommendations: count("recommendation"),
              measures: count("measure"),
            })}
          </p>
          {draft.checked.done < draft.checked.all && (
            <p className="notice">{t("review.confirm.unchecked", { n: draft.checked.all - draft.checked.done })}</p>
          )}
          <MissingNames missing={missing} create={createMissing} onCreate={setCreateMissing} />
          <OpenSentences sentences={open} skip={skipOpen} onSkip={setSkipOpen} />
        </>
      )}
    </Modal>
  );
}

function Result({ done }: { done: Confirmation }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <p>
        <strong>{t("review.confirm.created", done.created)}</strong>
      </p>
      <p>{t("review.confirm.updated", done.updated)}</p>
      {done.keys.length > 0 && (
        <p className="digits page-note">{t("review.confirm.keys", { keys: done.keys.join(t("common.comma")) })}</p>
      )}
    </div>
  );
}
