import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import type { Paragraph } from "../../api/types";

const SHOWN = 8;

export type OpenSentence = { key: string; place: string; text: string };

export const openSentences = (paragraphs: Paragraph[]): OpenSentence[] =>
  paragraphs.flatMap(({ n, place, text, sentences }) =>
    sentences
      .filter((sentence) => sentence.state === "open")
      .map(({ start, end }) => ({ key: `${n}-${start}`, place, text: text.slice(start, end) })),
  );

type Props = { sentences: OpenSentence[]; skip: boolean; onSkip: (skip: boolean) => void };

/** What nobody has taken in or put aside yet, and whether to put it aside now. */
export function OpenSentences({ sentences, skip, onSkip }: Props) {
  const { t } = useTranslation();
  if (sentences.length === 0) return null;
  return (
    <div className="open-sentences">
      <p>
        <strong>{t("review.confirm.open", { n: sentences.length })}</strong>
      </p>
      <ul>
        {sentences.slice(0, SHOWN).map((sentence) => (
          <li key={sentence.key}>
            <span className="source-place">{sentence.place}</span> {sentence.text}
          </li>
        ))}
      </ul>
      {sentences.length > SHOWN && (
        <p className="page-note">{t("review.confirm.more", { n: sentences.length - SHOWN })}</p>
      )}
      <Checkbox checked={skip} onChange={(event) => onSkip(event.target.checked)}>
        {t("review.confirm.skipRest")}
      </Checkbox>
    </div>
  );
}
