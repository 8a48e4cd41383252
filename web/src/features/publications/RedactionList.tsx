import { useTranslation } from "react-i18next";
import type { Publication } from "../../api/types";
import type { Acting } from "./usePublication";

/** What people redacted or left open by hand, each of which can be taken back. */
export function RedactionList({ publication, acting }: { publication: Publication; acting: Acting | null }) {
  const { t } = useTranslation();
  if (publication.redactions.length === 0) return null;
  return (
    <details className="redaction-list" open={publication.redactions.some((one) => one.lost)}>
      <summary>{t("publication.byHand", { n: publication.redactions.length })}</summary>
      <ul>
        {publication.redactions.map((one, number) => (
          <li key={number}>
            <del>{one.before}</del>{" "}
            {one.after === one.before ? <b>{t("publicationChange.restored")}</b> : <ins>{one.after}</ins>}{" "}
            <span className="page-note">
              {one.reason}
              {one.everywhere && ` · ${t("publication.everywhereShort")}`}
            </span>{" "}
            {one.lost && <b className="redaction-lost">{t("publication.lost")}</b>}{" "}
            {acting && (
              <button
                type="button"
                className="button-link"
                aria-label={t("publication.takeBackNamed", { text: one.before })}
                disabled={acting.isPending}
                onClick={() => acting.mutate({ kind: "unredact", number })}
              >
                {t("diagnostic.takeBack")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
