import type { Rule } from "antd/es/form";
import { useTranslation } from "react-i18next";

type Rules = (label: string) => Rule[];

/** What a field must have before a form is sent; the message names the field. */
export function useFormRules(): { required: Rules; written: Rules; some: Rules } {
  const { t } = useTranslation();
  const message = (label: string) => t("form.required", { label });
  return {
    required: (label) => [{ required: true, message: message(label) }],
    /** Words: spaces alone are none. Only for text, as other values are no strings. */
    written: (label) => [{ required: true, whitespace: true, message: message(label) }],
    /** At least one of several. */
    some: (label) => [{ type: "array", min: 1, message: message(label) }],
  };
}
