import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Checkbox, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { confirmDraft, missingOwners } from "../../api/drafts";
import { ErrorNotice } from "../../components/ErrorNotice";
import { paths } from "../../paths";
import { MissingNames } from "./MissingNames";
import type { Review } from "./useReview";

const SHOWN = 8;

/** Says what will be created, names what is still open, and keeps the result on screen. */
export function ConfirmDialog(props: { review: Review; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { draft } = props.review;
  const [skipOpen, setSkipOpen] = useState(false);
  const [createMissing, setCreateMissing] = useState(true);
  const missing = useQuery({
    queryKey: ["drafts", draft.id, "missing", draft.version],
    queryFn: () => missingOwners(draft.id),
  });
  const confirm = useMutation({
    mutationFn: () =>
      confirmDraft(draft.id, { version: draft.version, skip_open: skipOpen, create_missing: createMissing }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["inspections"] }),
  });
  const count = (kind: string) => draft.nodes.filter((node) => node.kind === kind).length;
  const open = draft.paragraphs.flatMap((paragraph) =>
    paragraph.sentences
      .filter((sentence) => sentence.state === "open")
      .map((sentence) => ({
        key: `${paragraph.n}-${sentence.start}`,
        place: paragraph.place,
        text: paragraph.text.slice(sentence.start, sentence.end),
      })),
  );
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
              disabled={open.length > 0 && !skipOpen}
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
        <div role="status">
          <p>{t("review.confirm.created", { findings: done.created.findings, measures: done.created.measures })}</p>
          <p>{t("review.confirm.updated", { findings: done.updated.findings })}</p>
          {done.created.units + done.created.people > 0 && (
            <p>{t("review.confirm.made", { units: done.created.units, people: done.created.people })}</p>
          )}
          <p className="digits page-note">{done.keys.join(t("common.comma"))}</p>
        </div>
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
          {missing.data && <MissingNames missing={missing.data} create={createMissing} onCreate={setCreateMissing} />}
          {open.length > 0 && (
            <div className="open-sentences">
              <p>
                <strong>{t("review.confirm.open", { n: open.length })}</strong>
              </p>
              <ul>
                {open.slice(0, SHOWN).map((sentence) => (
                  <li key={sentence.key}>
                    <span className="source-place">{sentence.place}</span> {sentence.text}
                  </li>
                ))}
              </ul>
              {open.length > SHOWN && (
                <p className="page-note">{t("review.confirm.more", { n: open.length - SHOWN })}</p>
              )}
              <Checkbox checked={skipOpen} onChange={(event) => setSkipOpen(event.target.checked)}>
                {t("review.confirm.skipRest")}
              </Checkbox>
            </div>
          )}
        </>
      )}
    </Modal>
  );
}
