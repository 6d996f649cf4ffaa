import assert from "node:assert/strict";
import { test } from "node:test";
import { typedDay } from "../../static/events/js/typed_day.js";

for (const [text, day] of [
  ["2016-12-07", "2016-12-07"], ["7/12/2016", "2016-12-07"], ["٧/١٢/٢٠١٦", "2016-12-07"],
  ["7 December 2016", "2016-12-07"], ["December 7, 2016", "2016-12-07"], ["7 dec 2016", "2016-12-07"], ["7th of December 2016", "2016-12-07"],
  ["Wednesday, 7 December 2016", "2016-12-07"], ["1 May 2013", "2013-05-01"], ["3 sept 2014", "2014-09-03"],
  ["٧ كانون الأول ٢٠١٦", "2016-12-07"], ["7 كانون الاول 2016", "2016-12-07"], ["الأربعاء، ٧ كانون الأول ٢٠١٦", "2016-12-07"],
  ["١٤ تشرين الثاني ٢٠١٦", "2016-11-14"], ["٧ ديسمبر ٢٠١٦", "2016-12-07"], ["يوم 20 تموز 2012", "2012-07-20"], ["٣٠ شباط ٢٠١٦", null],
  ["30 February 2016", null], ["December 2016", null], ["7 December", null], ["تشرين", null], ["1070", null], ["", null],
  ["fall of Shaar 7 December 2016", null], ["7 8 December 2016", null], ["الشعار", null],
]) test(`"${text}" is ${day ?? "no day"}`, () => assert.equal(typedDay(text), day));
