import { useQuery } from "@tanstack/react-query";
import { useLocation, useRouter } from "@tanstack/react-router";
import { Input, Modal } from "antd";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../api/queries";
import { useSession } from "../components/useSession";
import { currentInspection, paths } from "../paths";

type Command = { key: string; label: string; to: string };

/** Type a few words, Enter goes there. Lists pages, inspections, and a search in the current ledger. */
export function CommandBox(props: { onClose: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const commands = useCommands(text);
  const current = Math.min(active, commands.length - 1);

  const go = (command: Command | undefined) => {
    if (!command) return;
    props.onClose();
    void router.navigate({ href: command.to });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setActive(Math.min(current + 1, commands.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(current - 1, 0));
    else if (event.key === "Enter") go(commands[current]);
    else return;
    event.preventDefault();
  };

  return (
    <Modal open footer={null} closable={false} onCancel={props.onClose} title={t("shell.command")} width={560}>
      <Input
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="command-list"
        aria-activedescendant={commands[current] ? `command-${commands[current].key}` : undefined}
        aria-label={t("shell.command")}
        placeholder={t("shell.commandHint")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      <ul id="command-list" role="listbox" aria-label={t("shell.command")} className="command-list">
        {commands.map((command, index) => (
          <li
            key={command.key}
            id={`command-${command.key}`}
            role="option"
            aria-selected={index === current}
            className={index === current ? "command command-on" : "command"}
            onMouseEnter={() => setActive(index)}
            onClick={() => go(command)}
          >
            {command.label}
          </li>
        ))}
      </ul>
    </Modal>
  );
}

function useCommands(text: string): Command[] {
  const { t } = useTranslation();
  const { mayAdminister, readsLog, seesBusiness } = useSession();
  const inspections = useQuery(queries.inspections()).data?.items ?? [];
  const key = currentInspection(useLocation({ select: (location) => location.pathname }));
  const words = text.trim();

  const all: Command[] = [{ key: "home", label: t("menu.home"), to: paths.home() }];
  for (const inspection of inspections) {
    const name = `${inspection.key} ${inspection.title}`;
    all.push({
      key: `${inspection.key}-ledger`,
      label: `${t("menu.ledger")} ${name}`,
      to: paths.ledger(inspection.key),
    });
    all.push({
      key: `${inspection.key}-import`,
      label: `${t("menu.import")} ${name}`,
      to: paths.importing(inspection.key),
    });
  }
  if (seesBusiness) all.push({ key: "templates", label: t("menu.templates"), to: paths.templates() });
  if (mayAdminister) {
    all.push({ key: "units", label: t("menu.units"), to: paths.units() });
    all.push({ key: "people", label: t("menu.people"), to: paths.people() });
    all.push({ key: "rules", label: t("menu.rules"), to: paths.rules() });
  }
  if (readsLog) all.push({ key: "audit-log", label: t("menu.auditLog"), to: paths.auditLog() });
  const found = all.filter((command) => command.label.toLowerCase().includes(words.toLowerCase()));
  const target = key ?? inspections[0]?.key;
  if (words && target) {
    if (/^[A-Z]{2}-\d{4}-\d{2}-\d{3}$/i.test(words)) {
      found.unshift({
        key: "finding",
        label: t("shell.openFinding", { key: words.toUpperCase() }),
        to: paths.finding(words.toUpperCase()),
      });
    }
    found.push({
      key: "search",
      label: t("shell.searchIn", { words, key: target }),
      to: paths.ledger(target, { q: words }),
    });
  }
  return found;
}
