import { EditOutlined, LockOutlined, StopOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { ReportStanding } from "../../api/types";
import { StatusTag } from "../../ui/StatusTag";

const LOOKS = {
  draft: { tone: "blue", icon: <EditOutlined /> },
  locked: { tone: "green", icon: <LockOutlined /> },
  discarded: { tone: "grey", icon: <StopOutlined /> },
} as const;

export function StandingTag({ standing }: { standing: ReportStanding }) {
  const { t } = useTranslation();
  return <StatusTag {...LOOKS[standing]}>{t(`reportStanding.${standing}`)}</StatusTag>;
}
