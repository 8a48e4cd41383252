import { ApiError } from "../../api/errors";
import { beginUpload, completeUpload, getUpload, sendPart, type UploadInput } from "../../api/uploads";
import { digestOf, stopIfAborted } from "./digest";

/** Bytes of a part: small enough that little is sent twice, large enough that few requests are made. */
const PART = 2 * 1024 * 1024;
/** Waits between attempts on a line that breaks, in milliseconds; after the last one a person decides. */
const WAITS = [500, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000];

export type Terms = Pick<UploadInput, "measure" | "fact_date" | "note">;
export type Step = { step: "hashing" | "sending" | "offline"; percent: number };
/** Whether bytes were sent, or the server had the file already. */
export type Sent = "sent" | "known";

/** The line broke, or a gateway gave up: the same again may work. */
const isLine = (error: unknown) =>
  error instanceof ApiError &&
  (error.code === "offline" || error.code === "unreadable" || [408, 502, 503, 504].includes(error.status));
/** Or the part before is still being taken in: the server says where to go on. */
const isLineOrPart = (error: unknown) => isLine(error) || (error instanceof ApiError && error.code === "done");
/** Or the request whose answer was lost is still at work. */
const isLineOrTwice = (error: unknown) =>
  isLine(error) || (error instanceof ApiError && error.code === "idempotency_under_way");

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (act: () => void) => () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stopped);
      window.removeEventListener("online", back);
      act();
    };
    const back = done(resolve);
    const stopped = done(() => reject(new DOMException("", "AbortError")));
    const timer = setTimeout(back, ms);
    signal.addEventListener("abort", stopped);
    window.addEventListener("online", back);
  });
}

/** Tries until it works, as long as trying may help. */
async function again<T>(
  work: () => Promise<T>,
  mayPass: (error: unknown) => boolean,
  signal: AbortSignal,
  onBroken: () => void,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    stopIfAborted(signal);
    try {
      return await work();
    } catch (error) {
      stopIfAborted(signal);
      const ms = WAITS[tries];
      if (ms === undefined || !mayPass(error)) throw error;
      onBroken();
      await wait(ms, signal);
    }
  }
}

/** Sends a file in parts from where it stopped, over as many lines as it takes, and makes evidence of it. */
export async function sendFile(
  finding: string,
  file: File,
  terms: Terms,
  signal: AbortSignal,
  onStep: (step: Step) => void,
  onDigest: (sha256: string) => void,
): Promise<Sent> {
  const sha256 = await digestOf(file, signal, (percent) => onStep({ step: "hashing", percent }));
  onDigest(sha256);
  const percent = (received: number) => Math.floor((received / file.size) * 100);
  let received = 0;
  const broken = () => onStep({ step: "offline", percent: percent(received) });
  const begun = await again(
    () => beginUpload(finding, { name: file.name, bytes: file.size, sha256, ...terms }),
    isLine,
    signal,
    broken,
  );
  received = begun.received;
  const known: Sent = received === file.size ? "known" : "sent";
  let asks = false;
  while (received < file.size) {
    onStep({ step: "sending", percent: percent(received) });
    received = await again(
      async () => {
        // After a break the server says how far it is.
        const from = asks ? (await getUpload(begun.id)).received : received;
        asks = true;
        if (from >= file.size) return from;
        const answered = await sendPart(begun.id, from, file.slice(from, from + PART), signal);
        asks = false;
        return answered.received;
      },
      isLineOrPart,
      signal,
      broken,
    );
  }
  onStep({ step: "sending", percent: 100 });
  const key = `${begun.id}-${Date.now()}`;
  await again(() => completeUpload(begun.id, key), isLineOrTwice, signal, broken);
  return known;
}
