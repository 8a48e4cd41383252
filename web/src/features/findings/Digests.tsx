import { Typography } from "antd";
import { useTranslation } from "react-i18next";
import type { Evidence } from "../../api/types";

const SHOWN = 12;

/** The digests of a file, short, to be copied whole. */
export function Digests({ file }: { file: Evidence }) {
  const { t } = useTranslation();
  const digests = [
    ["SM3", file.sm3],
    ["SHA-256", file.digest],
  ] as const;
  return (
    <p className="page-note digits">
      {digests.map(([name, digest]) => (
        <Typography.Text
          key={name}
          type="secondary"
          className="digest"
          title={digest}
          copyable={{ text: digest, tooltips: [t("evidence.copyDigest", { name }), t("evidence.copied")] }}
        >
          {`${name} ${digest.slice(0, SHOWN)}…`}
        </Typography.Text>
      ))}
    </p>
  );
}
