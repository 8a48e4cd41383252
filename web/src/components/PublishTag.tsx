import { EyeInvisibleOutlined, EyeOutlined, MinusCircleOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { Publish } from "../api/types";
import { StatusTag } from "../ui/StatusTag";

const LOOKS = {
  full: { tone: "green", icon: <EyeOutlined /> },
  redacted: { tone: "yellow", icon: <MinusCircleOutlined /> },
  withheld: { tone: "grey", icon: <EyeInvisibleOutlined /> },
} as const;

export function PublishTag({ publish }: { publish: Publish }) {
  const { t } = useTranslation();
  return <StatusTag {...LOOKS[publish]}>{t(`publish.${publish}`)}</StatusTag>;
}
