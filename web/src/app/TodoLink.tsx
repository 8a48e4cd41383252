import { BellOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { paths } from "../paths";
import { useNarrow } from "../ui/useMedia";
import { useTodo } from "./useTodo";

const SHOWN_MAX = 999;

/** 待办 on every page. */
export function TodoLink() {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const total = useTodo()?.total ?? 0;
  const shown = total > SHOWN_MAX ? `${SHOWN_MAX}+` : String(total);
  return (
    <Link to={paths.mine()} className="todo-link" aria-label={t("shell.todoCount", { n: shown })}>
      <BellOutlined aria-hidden="true" />
      {!narrow && <span>{t("shell.todo")}</span>} {total > 0 && <span className="todo-count digits">{shown}</span>}
    </Link>
  );
}
