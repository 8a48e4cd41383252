import { MenuOutlined, QuestionCircleOutlined, SearchOutlined } from "@ant-design/icons";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { Button, Drawer } from "antd";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../components/useSession";
import { paths } from "../paths";
import { useNarrow } from "../ui/useMedia";
import { JobTray } from "./JobTray";
import { SideMenu } from "./SideMenu";
import { TodoLink } from "./TodoLink";
import { useGlobalKeys } from "./useGlobalKeys";
import { UserMenu } from "./UserMenu";

const CommandBox = lazy(async () => ({ default: (await import("./CommandBox")).CommandBox }));
const KeyHelp = lazy(async () => ({ default: (await import("./KeyHelp")).KeyHelp }));

export function Shell() {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { session } = useSession();
  const [open, setOpen] = useState<"menu" | "command" | "keys" | null>(null);
  useGlobalKeys({ onCommand: () => setOpen("command"), onHelp: () => setOpen("keys") });
  const close = () => setOpen(null);
  const page = useLocation({ select: (location) => `${location.pathname} ${location.search.draft ?? ""}` });
  useEffect(() => {
    document.getElementById("main")?.scrollTo(0, 0);
  }, [page]);

  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t("shell.skip")}
      </a>
      <header className="top-bar">
        {narrow && (
          <Button type="text" icon={<MenuOutlined />} aria-label={t("shell.menu")} onClick={() => setOpen("menu")} />
        )}
        <Link to={paths.home()} className="brand">
          {t("app.name")}
        </Link>
        <span className="top-unit">{session?.unit.name}</span>
        <span className="top-space" />
        <Button
          icon={<SearchOutlined />}
          onClick={() => setOpen("command")}
          aria-label={narrow ? t("shell.command") : undefined}
        >
          {narrow ? null : (
            <>
              {t("shell.command")} <kbd>Ctrl K</kbd>
            </>
          )}
        </Button>
        {!narrow && (
          <Button
            type="text"
            icon={<QuestionCircleOutlined />}
            aria-label={t("keys.title")}
            onClick={() => setOpen("keys")}
          />
        )}
        <TodoLink />
        <UserMenu />
      </header>
      <div className="shell-body">
        {!narrow && (
          <nav className="side-menu" aria-label={t("shell.menu")}>
            <SideMenu />
          </nav>
        )}
        <main id="main" className="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <JobTray />
      <Drawer
        open={open === "menu"}
        onClose={close}
        placement="left"
        size={240}
        title={t("app.name")}
        closable={{ "aria-label": t("common.close") }}
      >
        <nav aria-label={t("shell.menu")}>
          <SideMenu onNavigate={close} />
        </nav>
      </Drawer>
      <Suspense>
        {open === "command" && <CommandBox onClose={close} />}
        {open === "keys" && <KeyHelp onClose={close} />}
      </Suspense>
    </div>
  );
}
