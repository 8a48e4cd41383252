import {
  CheckCircleOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  MinusCircleOutlined,
  WarningOutlined,
} from "@ant-design/icons";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Lamp, LampCounts } from "../api/types";
import type { BarPart } from "../ui/StackedBar";
import { StatusTag, type Tone } from "../ui/StatusTag";

/** Order of the lamp filters and bars. Which lamp an item has is the server's decision. */
export const LAMPS: Lamp[] = ["red", "yellow", "green", "done", "none"];

export const lampTone: Record<Lamp, Tone> = {
  red: "red",
  yellow: "yellow",
  green: "green",
  done: "blue",
  none: "grey",
};

export const lampIcon: Record<Lamp, ReactNode> = {
  red: <WarningOutlined />,
  yellow: <ClockCircleOutlined />,
  green: <CheckCircleOutlined />,
  done: <CheckSquareOutlined />,
  none: <MinusCircleOutlined />,
};

export function LampTag(props: { lamp: Lamp; reason?: string }) {
  const { t } = useTranslation();
  return (
    <StatusTag tone={lampTone[props.lamp]} icon={lampIcon[props.lamp]} title={props.reason}>
      {t(`lamp.${props.lamp}`)}
    </StatusTag>
  );
}

export function lampParts(counts: LampCounts, t: TFunction): BarPart[] {
  return LAMPS.map((lamp) => ({
    key: lamp,
    label: t(`lamp.${lamp}`),
    value: counts[lamp] ?? 0,
    tone: lampTone[lamp],
  }));
}
