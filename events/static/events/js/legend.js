/** The numbers of the legend: how many places have each look on the day. */

/** The function that writes them, of a census and the side of each actor. */
export function countsOf(root, sayNumber) {
  const [ofSides, ofStatuses] = ["countSide", "countStatus"].map((key) => counters(root, key, sayNumber));
  return (found, sideOf) => {
    const sides = {};
    for (const [actor, number] of Object.entries(found.held)) sides[sideOf(actor)] = (sides[sideOf(actor)] ?? 0) + number;
    const counts = { ...found.status, besieged: found.besieged, none: found.none };
    ofSides(sides);
    ofStatuses(counts);
  };
}

/** A function that writes numbers into the cells that this data attribute names, where they differ from what stands. */
function counters(root, attribute, sayNumber) {
  const cells = [...root.querySelectorAll(".count")].filter(({ dataset }) => attribute in dataset).map((cell) => ({ cell, key: cell.dataset[attribute] }));
  return (counts) => {
    for (const one of cells) {
      const number = counts[one.key] ?? 0;
      if (number !== one.number) one.cell.textContent = sayNumber(number);
      one.number = number;
    }
  };
}
