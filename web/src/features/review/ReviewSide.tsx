import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState";
import { ChecksPanel } from "./ChecksPanel";
import { EditFailure } from "./EditFailure";
import { MappingPanel } from "./MappingPanel";
import { NodeActions } from "./NodeActions";
import { NodeEditor } from "./NodeEditor";
import { NodeFacts } from "./NodeFacts";
import { OutlineTree } from "./OutlineTree";
import type { Review } from "./useReview";

export function ReviewSide({ review, readOnly }: { review: Review; readOnly: boolean }) {
  const { t } = useTranslation();
  const { draft, current, edits } = review;
  const wrong = draft.problems.length + draft.totals.filter((total) => total.consistent === false).length;
  const outlineTab = (
    <div className="outline-split">
      {!readOnly && <NodeActions review={review} />}
      <EditFailure edits={edits} spot="tree" />
      <OutlineTree review={review} readOnly={readOnly} />
      <div
        className="editor-pane"
        role="region"
        aria-label={readOnly ? t("review.editor.view") : t("review.editor.label")}
        tabIndex={0}
      >
        {!current && <EmptyState title={t("review.editor.none")} />}
        {current && readOnly && <NodeFacts node={current} />}
        {current && !readOnly && <NodeEditor key={current.id} node={current} edits={edits} />}
      </div>
    </div>
  );
  const items = [
    { key: "outline", label: t("review.tabs.outline"), children: outlineTab },
    {
      key: "checks",
      label: wrong > 0 ? t("review.tabs.checksWrong", { n: wrong }) : t("review.tabs.checks"),
      children: <ChecksPanel review={review} />,
    },
  ];
  if (draft.mapping) {
    const leftOut = draft.mapping.columns.filter((column) => !column.field).length;
    items.push({
      key: "mapping",
      label: leftOut > 0 ? t("review.tabs.mappingLeftOut", { n: leftOut }) : t("review.tabs.mapping"),
      children: <MappingPanel id={draft.id} mapping={draft.mapping} edits={edits} readOnly={readOnly} />,
    });
  }
  return <Tabs className="review-tabs" size="small" items={items} />;
}
