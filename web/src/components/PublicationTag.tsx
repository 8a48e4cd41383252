import { CheckOutlined, EditOutlined, StopOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { PublicationStanding } from "../api/types";
import { StatusTag } from "../ui/StatusTag";

const LOOKS = {
  draft: { tone: "blue", icon: <EditOutlined /> },
  confirmed: { tone: "green", icon: <CheckOutlined /> },
  discarded: { tone: "grey", icon: <StopOutlined /> },
} as const;

export function PublicationTag({ standing }: { standing: PublicationStanding }) {
  const { t } = useTranslation();
  return <StatusTag {...LOOKS[standing]}>{t(`publicationStanding.${standing}`)}</StatusTag>;
}
