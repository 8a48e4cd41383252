import { UserOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { logOut } from "../api/session";
import { useLargeText } from "../components/preferences";
import { useSession } from "../components/useSession";
import { setLanguage } from "../i18n/i18n";
import { paths } from "../paths";
import { useNarrow } from "../ui/useMedia";

const PasswordDialog = lazy(async () => ({ default: (await import("./PasswordDialog")).PasswordDialog }));

export function UserMenu() {
  const { t, i18n } = useTranslation();
  const { session } = useSession();
  const [large, setLarge] = useLargeText();
  const [passwordOpen, setPasswordOpen] = useState(false);
  const client = useQueryClient();
  const router = useRouter();
  const narrow = useNarrow();
  const nextLanguage = i18n.language === "en" ? "zh" : "en";

  const leave = async () => {
    await logOut().catch(() => undefined);
    client.clear();
    await router.navigate({ href: paths.login(), replace: true });
  };
  const items = [
    {
      key: "roles",
      disabled: true,
      label: session?.person.roles.map((role) => t(`role.${role}`)).join(t("common.comma")),
    },
    { key: "large", label: large ? t("user.normalText") : t("user.largeText"), onClick: () => setLarge(!large) },
    { key: "language", label: t(`user.switchTo.${nextLanguage}`), onClick: () => void setLanguage(nextLanguage) },
    { key: "password", label: t("user.password"), onClick: () => setPasswordOpen(true) },
    { key: "tokens", label: t("user.tokens"), onClick: () => void router.navigate({ href: paths.tokens() }) },
    {
      key: "delegations",
      label: t("user.delegations"),
      onClick: () => void router.navigate({ href: paths.delegations() }),
    },
    { key: "leave", label: t("user.leave"), onClick: () => void leave() },
  ];
  return (
    <>
      {!narrow && (
        <>
          <Button type="text" aria-pressed={large} onClick={() => setLarge(!large)}>
            {large ? t("user.normalText") : t("user.largeText")}
          </Button>
          <Button type="text" lang={nextLanguage} onClick={() => void setLanguage(nextLanguage)}>
            {t(`user.switchTo.${nextLanguage}`)}
          </Button>
        </>
      )}
      <Dropdown
        menu={{ items: narrow ? items : items.filter((item) => !["large", "language"].includes(item.key)) }}
        trigger={["click"]}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={t("user.menu", { name: session?.person.name })}>
          {narrow ? null : session?.person.name}
        </Button>
      </Dropdown>
      <Suspense>{passwordOpen && <PasswordDialog onClose={() => setPasswordOpen(false)} />}</Suspense>
    </>
  );
}
