import { expect, test } from "vitest";
import { fileName } from "./download";

test("the encoded name wins, so Chinese names survive", () => {
  expect(fileName(`attachment; filename="a.xlsx"; filename*=UTF-8''%E5%8F%B0%E8%B4%A6.xlsx`)).toBe("台账.xlsx");
  expect(fileName(`attachment; filename="a.xlsx"`)).toBe("a.xlsx");
  expect(fileName(null)).toBeNull();
});
