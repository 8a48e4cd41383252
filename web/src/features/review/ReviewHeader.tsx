import { PrinterOutlined, RedoOutlined, UndoOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../paths";
import { useDocumentTitle } from "../../ui/useDocumentTitle";
import { ConfirmDialog } from "./ConfirmDialog";
import type { Review } from "./useReview";

export function ReviewHeader({ review, readOnly }: { review: Review; readOnly: boolean }) {
  const { t } = useTranslation();
  const [confirming, setConfirming] = useState(false);
  const { draft, edits } = review;
  const { done, all } = draft.checked;
  useDocumentTitle(draft.document.title || draft.document.name);
  return (
    <header className="review-header">
      <div className="page-title">
        <h1>{draft.document.title || draft.document.name}</h1>
        <div className="page-note">
          <Link to={paths.importing(draft.inspection_key)}>{draft.inspection_key}</Link> · {draft.document.name} ·{" "}
          {draft.state === "open"
            ? edits.saving
              ? t("review.saving")
              : t("review.saved")
            : t(`draftState.${draft.state}`)}
        </div>
      </div>
      <div className="page-actions">
        <span className="checked-count digits">{t("review.progress", { done, all })}</span>
        <label className="switch-line">
          <Switch size="small" checked={review.onlyUnchecked} onChange={review.setOnlyUnchecked} />{" "}
          {t("review.onlyUnchecked")}
        </label>
        {!readOnly && (
          <>
            <Button icon={<UndoOutlined />} disabled={!draft.can_undo} onClick={() => void edits.undo()} title="Ctrl+Z">
              {t("review.undo")}
            </Button>
            <Button
              icon={<RedoOutlined />}
              disabled={!draft.can_redo}
              onClick={() => void edits.redo()}
              title="Ctrl+Shift+Z"
            >
              {t("review.redo")}
            </Button>
          </>
        )}
        <a
          className="button-link"
          href={paths.importPrint(draft.inspection_key, draft.id)}
          target="_blank"
          rel="noreferrer"
        >
          <PrinterOutlined aria-hidden="true" /> {t("review.print")}
        </a>
        {!readOnly && (
          <Button type="primary" onClick={() => setConfirming(true)}>
            {t("review.confirm.start")}
          </Button>
        )}
      </div>
      {confirming && <ConfirmDialog review={review} onClose={() => setConfirming(false)} />}
    </header>
  );
}
