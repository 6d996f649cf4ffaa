import assert from "node:assert/strict";
import { test } from "node:test";
import { byName } from "../../static/events/js/in_lists.js";

for (const [language, names] of [
  ["ar", ["أرض الحمرا", "الأنصاري", "تشرين", "السكري", "الشعار", "صلاح الدين", "العزيزية"]],
  ["en", ["al-Aziziya", "Ansari", "Hanano", "Shaar"]],
]) {
  test(`names in ${language} are listed as they are looked up`, () => {
    const turned = [...names].reverse().map((name) => ({ name }));
    assert.deepEqual(turned.sort(byName(language)).map(({ name }) => name), names);
  });
}
