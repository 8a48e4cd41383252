import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { App, ConfigProvider } from "antd";
import en from "antd/locale/en_US";
import zh from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLargeText } from "../components/preferences";
import { theme } from "../theme";

export function Providers(props: { client: QueryClient; children: ReactNode }) {
  const { i18n } = useTranslation();
  const [large] = useLargeText();
  const english = i18n.language === "en";
  useEffect(() => {
    dayjs.locale(english ? "en" : "zh-cn");
  }, [english]);
  useEffect(() => {
    document.documentElement.classList.toggle("large-text", large);
  }, [large]);
  return (
    <ConfigProvider
      locale={english ? en : zh}
      theme={theme(large)}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={props.client}>
        <App>{props.children}</App>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
