import type { ReactNode } from "react";

export type Tone = "green" | "yellow" | "red" | "blue" | "grey";

/** A status is an icon and a word on a light tint: never colour alone. */
export function StatusTag(props: { tone: Tone; icon: ReactNode; children: ReactNode; title?: string }) {
  return (
    <span className={`status-tag tone-${props.tone}`} title={props.title}>
      <span aria-hidden="true" className="status-icon">
        {props.icon}
      </span>
      {props.children}
    </span>
  );
}
