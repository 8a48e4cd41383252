import { useEffect } from "react";
import { useSingleKeys } from "../components/preferences";
import { isTyping } from "../ui/keys";

export function useGlobalKeys(handlers: { onCommand: () => void; onHelp: () => void }) {
  const [singleKeys] = useSingleKeys();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        handlers.onCommand();
      } else if (singleKeys && event.key === "?" && !isTyping(event)) {
        handlers.onHelp();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [handlers, singleKeys]);
}
