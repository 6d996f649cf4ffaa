/** An element with these attributes and children; text stays text, whoever wrote it. */
export function h(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** The same for what is drawn. */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** What the page gave as JSON under this id. */
export function given(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

/** The direction of a text in this language. */
export function directionOf(language) {
  return language === "ar" ? "rtl" : "ltr";
}
