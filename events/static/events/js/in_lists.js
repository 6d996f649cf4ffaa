/** The order of names in lists that are read. Pure. */

/** Whichever of two things with a `name` comes first for readers of the language; Arabic names count without their article. */
export function byName(language) {
  const { compare } = new Intl.Collator(language);
  const read = ({ name }) => (language === "ar" ? name.replace(/^ال/, "") : name);
  return (one, other) => compare(read(one), read(other));
}
