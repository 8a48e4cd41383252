import { Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import type { Review } from "./useReview";

/** The tree's acts as buttons; each names its key. */
export function NodeActions({ review }: { review: Review }) {
  const { t } = useTranslation();
  const { current, edits, marked } = review;
  const none = !current;
  const change = (op: "promote" | "demote" | "move_up" | "move_down") =>
    current && void edits.edit({ op, node: current.id }, "tree");
  const others = current && marked.has(current.id) ? 1 : 0;
  const mergeCount = marked.size + (current ? 1 - others : 0);
  return (
    <div className="node-actions" role="toolbar" aria-label={t("review.acts.label")}>
      <Button size="small" type="primary" disabled={none} onClick={() => void review.confirmNext()} title="Enter">
        {t("review.acts.confirmNext")}
      </Button>
      <Button size="small" disabled={none} onClick={() => change("promote")} title="Alt+←">
        {t("review.acts.promote")}
      </Button>
      <Button size="small" disabled={none} onClick={() => change("demote")} title="Alt+→">
        {t("review.acts.demote")}
      </Button>
      <Button size="small" disabled={none} onClick={() => change("move_up")} title="Alt+↑">
        {t("review.acts.up")}
      </Button>
      <Button size="small" disabled={none} onClick={() => change("move_down")} title="Alt+↓">
        {t("review.acts.down")}
      </Button>
      <Button size="small" disabled={mergeCount < 2} onClick={() => void review.mergeMarked()} title="M">
        {mergeCount < 2 ? t("review.acts.merge") : t("review.acts.mergeMany", { n: mergeCount })}
      </Button>
      <Button size="small" disabled={none} onClick={() => void review.setAside()} title="X">
        {t("review.acts.setAside")}
      </Button>
      <Button size="small" danger disabled={none} onClick={() => void review.removeCurrent()} title="Del">
        {t("review.acts.remove")}
      </Button>
      <Checkbox
        className="mark-box"
        disabled={none}
        checked={current ? marked.has(current.id) : false}
        onChange={() => current && review.toggleMark(current.id)}
      >
        {t("review.acts.mark")}
      </Checkbox>
    </div>
  );
}
