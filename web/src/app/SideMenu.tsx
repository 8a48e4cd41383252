import {
  AuditOutlined,
  CalendarOutlined,
  FileProtectOutlined,
  CheckSquareOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  HomeOutlined,
  ImportOutlined,
  ReadOutlined,
  SnippetsOutlined,
  TableOutlined,
  TeamOutlined,
  ApartmentOutlined,
} from "@ant-design/icons";
import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../components/useSession";
import { currentInspection, paths } from "../paths";
import { useTodo } from "./useTodo";

type Item = { to: string; icon: ReactNode; label: string };

export function SideMenu(props: { onNavigate?: () => void }) {
  const { t } = useTranslation();
  const { mayAdminister, readsLog, seesBusiness } = useSession();
  const work = useTodo();
  const path = useLocation({ select: (location) => location.pathname });
  const key = currentInspection(path);

  const own = [
    { to: paths.home(), icon: <HomeOutlined />, label: t("menu.home") },
    { to: paths.mine(), icon: <CheckSquareOutlined />, label: t("menu.mine") },
  ];
  if (typeof work?.reviews === "number") {
    own.push({ to: paths.reviews(), icon: <FileDoneOutlined />, label: t("menu.reviews") });
  }
  if (seesBusiness) own.push({ to: paths.templates(), icon: <SnippetsOutlined />, label: t("menu.templates") });
  const groups: { label: string | null; items: Item[] }[] = [{ label: null, items: own }];
  if (key) {
    groups.push({
      label: key,
      items: [
        { to: paths.ledger(key), icon: <TableOutlined />, label: t("menu.ledger") },
        { to: paths.importing(key), icon: <ImportOutlined />, label: t("menu.import") },
        { to: paths.chronicle(key), icon: <ReadOutlined />, label: t("menu.chronicle") },
        { to: paths.reports(key), icon: <FileTextOutlined />, label: t("menu.reports") },
      ],
    });
  }
  const admin: Item[] = [];
  if (mayAdminister) {
    admin.push(
      { to: paths.units(), icon: <ApartmentOutlined />, label: t("menu.units") },
      { to: paths.people(), icon: <TeamOutlined />, label: t("menu.people") },
      { to: paths.rules(), icon: <CalendarOutlined />, label: t("menu.rules") },
    );
  }
  if (readsLog) admin.push({ to: paths.auditLog(), icon: <FileProtectOutlined />, label: t("menu.auditLog") });
  if (admin.length > 0) groups.push({ label: t("menu.admin"), items: admin });
  return (
    <div className="menu-groups">
      {groups.map((group, index) => (
        <div key={group.label ?? index} className="menu-group">
          {group.label && (
            <div className="menu-label">
              {group.label === key && <AuditOutlined aria-hidden="true" />} {group.label}
            </div>
          )}
          {group.items.map((item) => (
            <Link
              key={item.to}
              to={item.to}
              className={path === item.to ? "menu-item menu-item-on" : "menu-item"}
              aria-current={path === item.to ? "page" : undefined}
              onClick={props.onNavigate}
            >
              <span aria-hidden="true">{item.icon}</span>
              {item.label}
            </Link>
          ))}
        </div>
      ))}
    </div>
  );
}
