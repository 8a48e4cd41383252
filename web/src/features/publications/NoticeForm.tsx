import { Button, Form, Input, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import type { NoticeInput } from "../../api/publications";
import type { Publication } from "../../api/types";
import { DateField } from "../../components/DateField";
import type { Acting } from "./usePublication";

const DAYS_MAX = 60;

/** How long it stands, and where the public may turn. */
export function NoticeForm({ publication, acting }: { publication: Publication; acting: Acting | null }) {
  const { t } = useTranslation();
  const { notice } = publication;
  const disabled = acting === null;
  return (
    <Form<NoticeInput>
      className="panel notice-form"
      name="notice"
      layout="vertical"
      requiredMark={false}
      disabled={disabled}
      initialValues={{
        from: notice.from,
        days: notice.days,
        phone: notice.phone,
        postal: notice.postal,
        email: notice.email,
      }}
      onFinish={(values) => acting?.mutate({ kind: "notice", notice: { ...values, days: values.days ?? 0 } })}
    >
      {/* Enter chooses the day there; it does not save what is only half filled in. */}
      <div onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}>
        <Form.Item name="from" label={t("publication.fromDay")} extra={t("publication.fromDayHint")}>
          <DateField disabled={disabled} />
        </Form.Item>
      </div>
      <Form.Item name="days" label={t("publication.days")}>
        <InputNumber min={1} max={DAYS_MAX} precision={0} />
      </Form.Item>
      {notice.until && (
        <p className="notice-until">
          {t("publication.until", { date: notice.until })}
          {notice.until_note && (
            <span className="page-note" lang="zh-CN">
              {" "}
              {notice.until_note}
            </span>
          )}
        </p>
      )}
      <Form.Item name="phone" label={t("publication.phone")}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="postal" label={t("publication.postal")}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="email" label={t("publication.email")}>
        <Input maxLength={120} />
      </Form.Item>
      {acting && (
        <Button type="primary" htmlType="submit" loading={acting.isPending}>
          {t("common.save")}
        </Button>
      )}
    </Form>
  );
}
