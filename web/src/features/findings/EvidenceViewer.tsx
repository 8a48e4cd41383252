import { DownloadOutlined, LeftOutlined, RightOutlined, ZoomInOutlined, ZoomOutOutlined } from "@ant-design/icons";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Evidence } from "../../api/types";
import { downloads } from "../../paths";
import { useNarrow } from "../../ui/useMedia";

type Props = { files: Evidence[]; openKey: string; onOpen: (key: string) => void; onClose: () => void };

const ZOOMS = [100, 150, 200, 300];

/** Looks at one file after the other; what was uploaded is shown in a frame of its own and never runs. */
export function EvidenceViewer({ files, openKey, onOpen, onClose }: Props) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const at = files.findIndex((file) => file.key === openKey);
  const file = files[at];
  if (!file) return null;
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? "100%" : 980}
      mask={{ blur: false }}
      title={file.name}
      closable={{ "aria-label": t("common.close") }}
      extra={
        <span className="drawer-extra">
          <Button
            icon={<LeftOutlined />}
            disabled={at === 0}
            onClick={() => onOpen(files[at - 1]!.key)}
            aria-label={t("evidence.previous")}
          />
          <span className="digits page-note">{`${at + 1} / ${files.length}`}</span>
          <Button
            icon={<RightOutlined />}
            disabled={at === files.length - 1}
            onClick={() => onOpen(files[at + 1]!.key)}
            aria-label={t("evidence.next")}
          />
          <Button
            icon={<DownloadOutlined />}
            href={downloads.evidence(file.key)}
            download
            aria-label={t("evidence.original")}
          >
            {narrow ? null : t("evidence.original")}
          </Button>
        </span>
      }
    >
      <Shown key={file.key} file={file} />
    </Drawer>
  );
}

function Shown({ file }: { file: Evidence }) {
  const { t } = useTranslation();
  const [zoom, setZoom] = useState(0);
  const address = downloads.preview(file.key);
  if (file.kind !== "image") {
    // A browser's viewer of PDF does not start in a sandbox; its policy comes with the file.
    const sandbox = file.kind === "pdf" ? undefined : "";
    return <iframe className="evidence-frame" src={address} title={file.name} sandbox={sandbox} />;
  }
  return (
    <div className="evidence-picture">
      <div className="form-acts">
        <Button
          icon={<ZoomOutOutlined />}
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
          aria-label={t("evidence.zoomOut")}
        />
        <span className="digits">{`${ZOOMS[zoom]}%`}</span>
        <Button
          icon={<ZoomInOutlined />}
          disabled={zoom === ZOOMS.length - 1}
          onClick={() => setZoom(zoom + 1)}
          aria-label={t("evidence.zoomIn")}
        />
      </div>
      <div className="evidence-canvas" role="group" aria-label={file.name} tabIndex={0}>
        <img src={address} alt={file.name} style={{ width: `${ZOOMS[zoom]}%` }} />
      </div>
    </div>
  );
}
