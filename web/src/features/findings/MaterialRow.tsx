import {
  FileExcelOutlined,
  FileImageOutlined,
  FileOutlined,
  FilePdfOutlined,
  FileTextOutlined,
  FileWordOutlined,
} from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { Material } from "../../api/types";
import { downloads } from "../../paths";

const ICONS = {
  document: <FileWordOutlined />,
  sheet: <FileExcelOutlined />,
  pdf: <FilePdfOutlined />,
  image: <FileImageOutlined />,
  text: <FileTextOutlined />,
  other: <FileOutlined />,
};

type Props = { material: Material; chosen: boolean; onChoose: () => void };

/** A sign for the kind instead of a small picture: whoever looks at a file is in the log, and a list is no look. */
export function MaterialRow({ material, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const date = material.fact_date
    ? t("evidence.fact", { date: material.fact_date })
    : t("evidence.by", { name: material.uploader.name, date: material.uploaded_at.slice(0, 10) });
  return (
    <div className={chosen ? "material material-chosen" : "material"}>
      <label>
        <input type="radio" name="material" checked={chosen} onChange={onChoose} />
        <span className="material-icon" title={t(`evidenceKind.${material.kind}`)} aria-hidden="true">
          {ICONS[material.kind]}
        </span>
        <span className="material-words">
          <b>{material.name}</b>
          <span className="page-note digits">{[material.key, date].join(" · ")}</span>
          <span className="page-note">{material.finding_title}</span>
          {material.note && <span className="page-note">{material.note}</span>}
        </span>
      </label>
      <a
        href={downloads.preview(material.key)}
        target="_blank"
        rel="noreferrer"
        aria-label={t("evidence.showNamed", { name: material.name })}
      >
        {t("evidence.show")}
      </a>
    </div>
  );
}
