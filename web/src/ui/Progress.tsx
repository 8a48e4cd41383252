/** A thin bar with its words; the words carry the meaning. */
export function Progress(props: { percent: number; words: string }) {
  return (
    <span className="progress">
      <span className="progress-track" aria-hidden="true">
        <span className="progress-fill" style={{ width: `${props.percent}%` }} />
      </span>
      <span className="digits">{props.words}</span>
    </span>
  );
}
