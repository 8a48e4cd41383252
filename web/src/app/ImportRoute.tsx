import { useParams, useSearch } from "@tanstack/react-router";
import { ImportPage } from "../features/import/ImportPage";
import { ReviewPage } from "../features/review/ReviewPage";

/** Without `?draft=` the place to bring documents in; with it the review of that draft. */
export function ImportRoute() {
  const { key } = useParams({ from: "/signed-in/shell/inspections/$key/import" });
  const { draft } = useSearch({ from: "/signed-in/shell/inspections/$key/import" });
  return draft ? <ReviewPage key={draft} inspection={key} id={draft} /> : <ImportPage inspection={key} />;
}
