import { useTranslation } from "react-i18next";
import type { FindingPage } from "../../api/types";
import { LAMPS, lampIcon, lampTone } from "../../components/lamps";
import { chosenLamps, toggleLamp, type Filters } from "./filters";

type Props = { counts: FindingPage["counts"] | undefined; filters: Filters; onChange: (filters: Filters) => void };

/** The lamp counters are the lamp filter: press to choose, press again to let go. */
export function LampFilters({ counts, filters, onChange }: Props) {
  const { t } = useTranslation();
  const chosen = chosenLamps(filters);
  return (
    <div className="lamp-filters" role="group" aria-label={t("ledger.lampFilter")}>
      <button
        type="button"
        className={chosen.length === 0 ? "lamp-filter lamp-on" : "lamp-filter"}
        aria-pressed={chosen.length === 0}
        onClick={() => onChange({ ...filters, lamp: undefined })}
      >
        <span className="lamp-word">{t("ledger.all")}</span>
        <span className="lamp-count digits">{counts?.all ?? "–"}</span>
      </button>
      {LAMPS.map((lamp) => (
        <button
          key={lamp}
          type="button"
          className={`lamp-filter tone-${lampTone[lamp]}${chosen.includes(lamp) ? " lamp-on" : ""}`}
          aria-pressed={chosen.includes(lamp)}
          onClick={() => onChange(toggleLamp(filters, lamp))}
        >
          <span className="lamp-word">
            <span aria-hidden="true">{lampIcon[lamp]}</span> {t(`lamp.${lamp}`)}
          </span>
          <span className="lamp-count digits">{counts?.by_lamp[lamp] ?? "–"}</span>
        </button>
      ))}
    </div>
  );
}
