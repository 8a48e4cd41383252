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

/** The line broke, a gateway gave up, or the part before is still being taken in: the same again may work. */
const mayPass = (error: unknown) =>
  error instanceof ApiError &&
  (error.code === "offline" ||
    error.code === "unreadable" ||
    error.status === 408 ||
    error.status === 409 ||
    error.status === 502 ||
    error.status === 503 ||
    error.status === 504);

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
async function again<T>(work: () => Promise<T>, signal: AbortSignal, onBroken: () => void): Promise<T> {
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
      signal,
      broken,
    );
  }
  onStep({ step: "sending", percent: 100 });
  const key = `${begun.id}-${Date.now()}`;
  await again(() => completeUpload(begun.id, key), signal, broken);
  return known;
}
