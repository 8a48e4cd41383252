import { SwapOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { Named } from "../api/types";
import { StatusTag } from "../ui/StatusTag";

/** 代办: it is the work of somebody who lets the person act for him. */
export function ProxyTag({ of }: { of: Named | null | undefined }) {
  const { t } = useTranslation();
  if (!of) return null;
  return (
    <StatusTag tone="grey" icon={<SwapOutlined />}>
      {t("delegation.tag", { name: of.name })}
    </StatusTag>
  );
}
