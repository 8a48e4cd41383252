export type Step = { key: string; title: string; text?: string; state: "done" | "now" | "later" | "skipped" };

const MARKS: Partial<Record<Step["state"], string>> = { done: "✓", skipped: "–" };

/** A short numbered road through a procedure; the current step is marked in words for screen readers. */
export function StepList(props: { steps: Step[]; label: string; className?: string }) {
  return (
    <ol className={["step-list", props.className].filter(Boolean).join(" ")} aria-label={props.label}>
      {props.steps.map((step, index) => (
        <li
          key={step.key}
          className={`step step-${step.state}`}
          aria-current={step.state === "now" ? "step" : undefined}
        >
          <span className="step-number" aria-hidden="true">
            {MARKS[step.state] ?? index + 1}
          </span>
          <span className="step-words">
            <strong>{step.title}</strong>
            {step.text && <span>{step.text}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
