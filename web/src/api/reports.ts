import { answer, api } from "./client";

export const listReportKinds = () => answer(api.GET("/api/v1/report-kinds"));
