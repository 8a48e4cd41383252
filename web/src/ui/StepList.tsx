export type Step = { key: string; title: string; text?: string; state: "done" | "now" | "later" };

/** A short numbered road through a procedure; the current step is marked in words for screen readers. */
export function StepList(props: { steps: Step[]; label: string }) {
  return (
    <ol className="step-list" aria-label={props.label}>
      {props.steps.map((step, index) => (
        <li
          key={step.key}
          className={`step step-${step.state}`}
          aria-current={step.state === "now" ? "step" : undefined}
        >
          <span className="step-number" aria-hidden="true">
            {step.state === "done" ? "✓" : index + 1}
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
