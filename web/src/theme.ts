import type { ThemeConfig } from "antd";

/** 政务蓝. Tokens darker than the library's defaults so that text reaches WCAG AA contrast. */
export const BRAND = "#0b57b7";

export const theme = (largeText: boolean): ThemeConfig => ({
  token: {
    colorPrimary: BRAND,
    colorInfo: BRAND,
    colorLink: BRAND,
    colorSuccess: "#1b6e34",
    colorWarning: "#8a5200",
    colorError: "#b3261e",
    colorText: "#1c2430",
    colorTextSecondary: "#465062",
    colorTextTertiary: "#5b6575",
    colorTextQuaternary: "#5f6978",
    colorTextPlaceholder: "#5f6978",
    colorTextDescription: "#566071",
    colorBorder: "#8b96a6",
    colorBorderSecondary: "#dde2ea",
    colorBgLayout: "#f3f5f8",
    borderRadius: 4,
    borderRadiusLG: 4,
    borderRadiusSM: 3,
    fontSize: largeText ? 16 : 14,
    controlHeight: largeText ? 38 : 32,
    fontFamily: `"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif`,
    motion: false,
  },
  components: {
    Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" },
    Table: {
      cellPaddingBlock: 7,
      cellPaddingInline: 10,
      cellPaddingBlockMD: 7,
      cellPaddingInlineMD: 10,
      headerBg: "#eef2f8",
      headerColor: "#2a3444",
      rowHoverBg: "#f2f6fc",
      rowSelectedBg: "#e3edfa",
      rowSelectedHoverBg: "#d9e6f8",
    },
    Layout: { headerBg: "#ffffff", siderBg: "#ffffff", headerHeight: 48, headerPadding: "0 16px" },
    Menu: { itemBorderRadius: 4, itemHeight: 38, itemSelectedBg: "#e3edfa" },
    Form: { itemMarginBottom: 18, verticalLabelPadding: "0 0 4px" },
    Tabs: { horizontalMargin: "0 0 12px" },
  },
});
