import type { Tone } from "./StatusTag";

export type BarPart = { key: string; label: string; value: number; tone: Tone };

/** One bar cut by share; the words are in the accessible name, the pattern differs per tone. */
export function StackedBar(props: { parts: BarPart[]; total?: number; label: string }) {
  const total = props.total ?? props.parts.reduce((sum, part) => sum + part.value, 0);
  const words = props.parts.map((part) => `${part.label} ${part.value}`).join(", ");
  return (
    <span className="stacked-bar" role="img" aria-label={`${props.label}: ${words}`}>
      {props.parts
        .filter((part) => part.value > 0)
        .map((part) => (
          <span
            key={part.key}
            className={`bar-part fill-${part.tone}`}
            style={{ width: `${(part.value / Math.max(total, 1)) * 100}%` }}
            title={`${part.label} ${part.value}`}
          />
        ))}
    </span>
  );
}
