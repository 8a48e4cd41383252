import { CaretDownOutlined, CaretRightOutlined, CheckCircleFilled } from "@ant-design/icons";
import type { DragEvent, MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "./outline";

type Props = {
  row: Row;
  top: number;
  height: number;
  current: boolean;
  marked: boolean;
  collapsed: boolean;
  drop: "before" | "inside" | "after" | null;
  draggable: boolean;
  onSelect: (event: MouseEvent) => void;
  onToggle: () => void;
  onDragStart: () => void;
  onDragOver: (event: DragEvent) => void;
  onDrop: () => void;
  onDragEnd: () => void;
};

export function OutlineRow(props: Props) {
  const { t } = useTranslation();
  const { row } = props;
  const { node } = row;
  const classes = [
    "tree-row",
    props.current && "tree-current",
    props.marked && "tree-marked",
    props.drop && `drop-${props.drop}`,
  ];
  const due = node.deadlines[0]?.date ?? node.deadlines[0]?.text;
  return (
    <div
      id={`node-${node.id}`}
      role="treeitem"
      aria-level={row.depth + 1}
      aria-posinset={row.index + 1}
      aria-setsize={row.siblings.length}
      aria-selected={props.current || props.marked}
      aria-expanded={row.hasChildren ? !props.collapsed : undefined}
      className={classes.filter(Boolean).join(" ")}
      style={{ transform: `translateY(${props.top}px)`, height: props.height, paddingInlineStart: 6 + row.depth * 18 }}
      draggable={props.draggable}
      onClick={props.onSelect}
      onDragStart={props.onDragStart}
      onDragOver={props.onDragOver}
      onDrop={props.onDrop}
      onDragEnd={props.onDragEnd}
    >
      <span
        className="tree-caret"
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          if (row.hasChildren) props.onToggle();
        }}
      >
        {row.hasChildren && (props.collapsed ? <CaretRightOutlined /> : <CaretDownOutlined />)}
      </span>
      <span className={`kind kind-${node.kind}`}>{t(`nodeKind.${node.kind}`)}</span>
      <span className="tree-title">
        {node.label && <b>{node.label} </b>}
        {node.title || node.text}
      </span>
      {due && <span className="tree-due digits">{due}</span>}
      <span className={node.checked ? "tree-check tree-checked" : "tree-check"}>
        {node.checked ? (
          <>
            <CheckCircleFilled aria-hidden="true" /> {t("review.checked")}
          </>
        ) : (
          t("review.unchecked")
        )}
      </span>
    </div>
  );
}
