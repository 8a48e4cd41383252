import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type Props = { name: string; total: number; shown: number; children: ReactNode };

/** One kind of duty with its number; nothing where there is none. */
export function WorkGroup({ name, total, shown, children }: Props) {
  const { t } = useTranslation();
  if (total === 0) return null;
  return (
    <section className="work-group" aria-label={t(`mine.group.${name}`)}>
      <h2>
        {t(`mine.group.${name}`)} <span className="digits work-count">{total}</span>
      </h2>
      <p className="page-note">{t(`mine.groupHint.${name}`)}</p>
      <ul className="work-list">{children}</ul>
      {shown < total && <p className="page-note">{t("mine.more", { n: total - shown })}</p>}
    </section>
  );
}
