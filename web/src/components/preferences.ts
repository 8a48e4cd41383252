import { useSyncExternalStore } from "react";

const LARGE = "rectify.large-text";
const SINGLE_KEYS = "rectify.single-keys";
const listeners = new Set<() => void>();

function subscribe(notify: () => void) {
  listeners.add(notify);
  return () => listeners.delete(notify);
}

function useFlag(name: string, fallback: boolean): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => {
    const stored = localStorage.getItem(name);
    return stored === null ? fallback : stored === "1";
  });
  const set = (next: boolean) => {
    localStorage.setItem(name, next ? "1" : "0");
    listeners.forEach((notify) => notify());
  };
  return [on, set];
}

/** 大字: 16 px text everywhere. */
export const useLargeText = () => useFlag(LARGE, false);

/** Single-letter keys can be switched off (WCAG 2.1.4). */
export const useSingleKeys = () => useFlag(SINGLE_KEYS, true);
