import { DatePicker } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";

type Props = {
  value?: string | null;
  onChange?: (date: string | null) => void;
  id?: string;
  disabled?: boolean;
  /** Only days after this one can be chosen. */
  after?: string | null;
  placeholder?: string;
  "aria-label"?: string;
  size?: "small" | "middle" | "large";
  style?: React.CSSProperties;
};

/** A document may name a day without its year (`--03-31`); such a day has to be completed by hand. */
const FULL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A date as the plain `YYYY-MM-DD` text the server speaks. */
export function DateField({ value, onChange, placeholder, style, after, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <DatePicker
      {...rest}
      style={{ width: "100%", ...style }}
      placeholder={placeholder ?? t("common.chooseDate")}
      disabledDate={after ? (date) => !date.isAfter(after, "day") : undefined}
      value={value && FULL_DATE.test(value) ? dayjs(value) : null}
      onChange={(date) => onChange?.(date ? date.format("YYYY-MM-DD") : null)}
    />
  );
}
