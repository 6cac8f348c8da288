import { describe, expect, test } from "vitest";
import { issueOf, resolveWindow, weekOf } from "../../src/bulletin/window.ts";
import { chineseDigits, dayNumber, parseChineseDigits, parseDay } from "../../src/text/calendar.ts";
import { dayOfUrl } from "../../src/text/url-day.ts";

describe("weeks and issue numbers", () => {
  test.each([
    [546, "2023-10-14", "2023-10-20"],
    [1, "2013-05-04", "2013-05-10"],
    [538, "2023-08-19", "2023-08-25"],
    [600, "2024-10-26", "2024-11-01"],
  ])("issue %i is the week %s to %s", (issue, from, to) => {
    expect(weekOf(issue)).toEqual({ issue, from, to });
    expect(issueOf(from)).toBe(issue);
    expect(issueOf(to)).toBe(issue);
  });

  test("issue, from and to follow from one another", () => {
    const week = { issue: 546, from: "2023-10-14", to: "2023-10-20" };
    expect(resolveWindow({ issue: 546 }, [])).toEqual(week);
    expect(resolveWindow({ from: "2023-10-14" }, [])).toEqual(week);
    expect(resolveWindow({ to: "2023-10-20" }, [])).toEqual(week);
    expect(resolveWindow({ issue: 546, to: "2023-10-19" }, [])).toEqual({ ...week, to: "2023-10-19" });
  });

  test("without any, the week with most dated articles, the later on a tie", () => {
    expect(resolveWindow({}, ["2023-10-13", "2023-10-14", "2023-10-20", ""]).issue).toBe(546);
    expect(resolveWindow({}, ["2023-10-13", "2023-10-14"]).issue).toBe(546);
  });

  test.each([
    [{ issue: 0 }, /whole number of 1 or more, not “0”/],
    [{ issue: 1.5 }, /whole number/],
    [
      { issue: 99_999_999 },
      /the issue number 99999999 leads beyond the year 9999; issue 546 is the week to 2023-10-20/,
    ],
    [{ issue: 1e9 }, /beyond the year 9999/],
    [{ from: "9999-12-28" }, /leaves the years 100 to 9999/],
    [{ to: "0100-01-03" }, /leaves the years 100 to 9999/],
    [{ from: "2023-02-30" }, /from must be a calendar day such as 2023-10-20, not “2023-02-30”/],
    [{ to: "yesterday" }, /to must be a calendar day/],
    [{ from: "2023-10-20", to: "2023-10-14" }, /ends \(2023-10-14\) before it begins \(2023-10-20\)/],
    [{}, /no article has a date/],
  ])("%o is refused", (options, message) => {
    expect(() => resolveWindow(options, [""])).toThrow(message);
  });
});

describe("calendar", () => {
  test.each([
    ["2023年8月5日", "2023-08-05"],
    ["2023/8/5 10:00", "2023-08-05"],
    ["2023.08.05", "2023-08-05"],
    ["2023年13月5日", undefined],
    ["8月5日", undefined],
  ])("%s is %s", (text, day) => expect(parseDay(text)).toBe(day));

  test("leap days count only in leap years", () => {
    expect(Number.isNaN(dayNumber("2023-02-29"))).toBe(true);
    expect(dayNumber("2024-02-29") + 1).toBe(dayNumber("2024-03-01"));
  });

  test.each([
    ["(第五三八期)", 538],
    ["第538期", 538],
    ["（第五〇〇期）", 500],
    ["第五○○期", 500],
    ["无", undefined],
  ])("%s is issue %s", (text, issue) => expect(parseChineseDigits(text)).toBe(issue));

  test("issue numbers print digit by digit", () => expect(chineseDigits(1060)).toBe("一〇六〇"));

  test.each([
    ["https://a.example/2023-10/16/c_1.htm", "2023-10-16"],
    ["https://a.example/202310/t20231016_33.html", "2023-10-16"],
    ["https://a.example/2023/1016/538301.html", "2023-10-16"],
    ["https://a.example/rain/a/20231015A06Y3I00", "2023-10-15"],
    ["https://a.example/detail/169742391644407.html", undefined],
    ["https://a.example/?id=654109", undefined],
  ])("the day of %s is %s", (url, day) => expect(dayOfUrl(url)).toBe(day));
});
