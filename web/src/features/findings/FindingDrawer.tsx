import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { queries } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { paths } from "../../paths";
import { useNarrow } from "../../ui/useMedia";
import { FindingView } from "./FindingView";

type Props = { findingKey: string; onOpen: (key: string) => void; onClose: () => void };

export function FindingDrawer({ findingKey, onOpen, onClose }: Props) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const finding = useQuery(queries.finding(findingKey));
  const { previous_key: previous, next_key: next } = finding.data ?? {};
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? "100%" : 760}
      mask={{ blur: false }}
      title={<span className="digits">{findingKey}</span>}
      closable={{ "aria-label": t("common.close") }}
      extra={
        <span className="drawer-extra">
          <Button
            icon={<LeftOutlined />}
            disabled={!previous}
            onClick={() => previous && onOpen(previous)}
            aria-label={t("finding.previous")}
          >
            {narrow ? null : t("finding.previous")}
          </Button>
          <Button
            icon={<RightOutlined />}
            disabled={!next}
            onClick={() => next && onOpen(next)}
            aria-label={t("finding.next")}
          >
            {narrow ? null : t("finding.next")}
          </Button>
          <Link to={paths.finding(findingKey)}>{t("finding.fullPage")}</Link>
        </span>
      }
    >
      {finding.isPending && <Loading />}
      <ErrorNotice error={finding.error} what={t("finding.failed")} onRetry={() => void finding.refetch()} />
      {finding.data && <FindingView key={finding.data.key} finding={finding.data} />}
    </Drawer>
  );
}
