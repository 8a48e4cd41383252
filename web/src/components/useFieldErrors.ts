import type { FormInstance } from "antd";
import { useEffect } from "react";
import { ApiError } from "../api/errors";

/** What the server refuses about a field stands below that field. */
export function useFieldErrors<Values>(form: FormInstance<Values>, error: Error | null) {
  useEffect(() => {
    if (!(error instanceof ApiError)) return;
    const fields = Object.entries(error.fields);
    form.setFields(fields.map(([name, message]) => ({ name: name as never, errors: [message] })));
  }, [error, form]);
}
