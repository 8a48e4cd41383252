import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { NodeSource, Paragraph } from "../../api/types";
import { pieces } from "./spans";

type Props = {
  paragraph: Paragraph;
  currentId: string | null;
  sources: NodeSource[];
  picked: number | null;
  onPick: (sentence: number) => void;
};

export const SourceParagraph = memo(
  function SourceParagraph({ paragraph, currentId, sources, picked, onPick }: Props) {
    const { t } = useTranslation();
    const here = sources.some((source) => source.paragraph === paragraph.n);
    return (
      <div className={here ? "source-paragraph source-here" : "source-paragraph"} id={`p-${paragraph.n}`}>
        <span className="source-place">{paragraph.place}</span>
        <p data-paragraph={paragraph.n} className={paragraph.level ? `level-${paragraph.level}` : undefined}>
          {pieces(paragraph).map((piece, index) =>
            piece.sentence ? (
              <span
                key={index}
                className={[
                  "sentence",
                  `s-${piece.sentence.state}`,
                  piece.sentence.node_id && piece.sentence.node_id === currentId ? "s-current" : "",
                  picked === piece.index ? "s-picked" : "",
                ].join(" ")}
                title={t(`sentence.${piece.sentence.state}`)}
                onClick={() => window.getSelection()?.isCollapsed !== false && onPick(piece.index)}
              >
                {piece.text}
              </span>
            ) : (
              <span key={index}>{piece.text}</span>
            ),
          )}
        </p>
      </div>
    );
  },
  (a, b) =>
    a.paragraph === b.paragraph && a.currentId === b.currentId && a.sources === b.sources && a.picked === b.picked,
);
