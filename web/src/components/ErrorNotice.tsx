import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { errorWords } from "./errorWords";

type Props = {
  error: unknown;
  /** What the user was doing, e.g. "保存台账未成功". */
  what?: string;
  /** What is not lost, e.g. "您填写的内容仍在表单中". */
  kept?: string;
  onRetry?: () => void;
  onClose?: () => void;
  children?: ReactNode;
};

/** A failure stays on the page until it is solved or put away. */
export function ErrorNotice({ error, what, kept, onRetry, onClose, children }: Props) {
  const { t, i18n } = useTranslation();
  if (!error) return null;
  const words = errorWords(error, i18n);
  return (
    <Alert
      className="error-notice"
      type="error"
      showIcon
      closable={onClose ? { onClose, "aria-label": t("common.close") } : false}
      title={what ? `${what}${t("common.colon")}${words.message}` : words.message}
      description={
        <>
          {words.server && <p lang="zh-CN">{words.server}</p>}
          {words.hint && <p>{words.hint}</p>}
          {kept && <p>{kept}</p>}
          {children}
          {onRetry && (
            <Button size="small" onClick={onRetry}>
              {t("common.retry")}
            </Button>
          )}
        </>
      }
    />
  );
}
