import { useCallback, useRef, useState } from "react";

/** Height and width of an element, followed while it lives; give the ref to the element. */
export function useElementSize() {
  const [size, setSize] = useState({ width: 0, height: 0 });
  const observer = useRef<ResizeObserver | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    if (!element || typeof ResizeObserver === "undefined") return;
    observer.current = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.current.observe(element);
    setSize({ width: element.clientWidth, height: element.clientHeight });
  }, []);
  return { ref, ...size };
}
