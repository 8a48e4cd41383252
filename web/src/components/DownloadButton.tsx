import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { download } from "../api/download";
import { ErrorNotice } from "./ErrorNotice";

/** Fetches a file the server makes; a refusal is shown and stays until put away. */
export function DownloadButton(props: {
  href: string;
  icon: ReactNode;
  what: string;
  /** What is good to know before. */
  title?: string | undefined;
  /** Its name where many buttons say the same. */
  label?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const fetching = useMutation({ mutationFn: () => download(props.href) });
  const failed = fetching.error && (
    <div className="floating-notice">
      <ErrorNotice
        error={fetching.error}
        what={props.what}
        kept={t("error.nothingChanged")}
        onRetry={() => fetching.mutate()}
        onClose={fetching.reset}
      />
    </div>
  );
  return (
    <>
      <Button
        icon={props.icon}
        title={props.title}
        aria-label={props.label}
        loading={fetching.isPending}
        onClick={() => fetching.mutate()}
      >
        {props.children}
      </Button>
      {failed && createPortal(failed, document.getElementById("main") ?? document.body)}
    </>
  );
}
