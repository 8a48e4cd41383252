import { FileExcelOutlined, FilePdfOutlined, FileWordOutlined, GlobalOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import type { ReportFormat, ReportKind } from "../../api/types";

export const FORMAT_ICONS: Record<ReportFormat, ReactNode> = {
  docx: <FileWordOutlined />,
  pdf: <FilePdfOutlined />,
  html: <GlobalOutlined />,
  xlsx: <FileExcelOutlined />,
};

/** The files a document may be had as; only a list is a workbook. */
export const formatsOf = (shape: ReportKind["shape"] | undefined): ReportFormat[] =>
  shape === "list" ? ["docx", "pdf", "html", "xlsx"] : ["docx", "pdf", "html"];
