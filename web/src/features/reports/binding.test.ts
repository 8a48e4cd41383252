import { expect, test } from "vitest";
import { reference, sourcePath } from "./binding";

test("a binding says object, key and field", () => {
  expect(reference("统计.问题数")).toEqual({ object: "统计", key: null, field: "问题数" });
  expect(reference("问题[XC-2026-01-003].时限|日期|缺省(待明确)")).toEqual({
    object: "问题",
    key: "XC-2026-01-003",
    field: "时限",
  });
  expect(reference("方面[1.学习].名称")).toEqual({ object: "方面", key: "1.学习", field: "名称" });
});

test("what belongs to a finding leads to its page", () => {
  expect(sourcePath(reference("措施[XC-2026-01-003-02].内容"))).toBe("/findings/XC-2026-01-003");
  expect(sourcePath(reference("纪实[XC-2026-01-J001].内容"))).toBe("/inspections/XC-2026-01/chronicle");
  expect(sourcePath(reference("统计.问题数"))).toBeNull();
  expect(sourcePath(reference("方面[学习].名称"))).toBeNull();
});
