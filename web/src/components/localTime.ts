import dayjs from "dayjs";

/** An instant from the server in the reader's own time, to the minute. */
export const localTime = (instant: string): string => dayjs(instant).format("YYYY-MM-DD HH:mm");

/** As localTime, to the second. */
export const localTimeExact = (instant: string): string => dayjs(instant).format("YYYY-MM-DD HH:mm:ss");
