import { useEffect } from "react";

/** The window is named after the page, so that tabs and history can be told apart. */
export function useDocumentTitle(title: string | undefined) {
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
}
