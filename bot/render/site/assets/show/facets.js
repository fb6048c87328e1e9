// Which works do the chosen filters let through, and how many would each other choice leave?
//
// Of one filter any value will do, of several filters each has its say. A question holds the values
// chosen of each filter as a list, and the years from and to which works are asked for.
"use strict";

self.Facets = (() => {
  const ANY_VENUE = "*";
  const GROUP = "@"; // no venue's name begins so
  const kindOf = (work) => work.kind || "paper";
  const yearOf = (work) => work.date.slice(0, 4);

  const topicsOf = (work) => {
    const found = new Set();
    for (const topic of work.topics) {
      for (let up = topic; up >= 0; up = LIST.topics[up][2]) found.add(LIST.topics[up][0]);
    }
    return [...found];
  };

  const groups = new Map(); // of each venue, by its number
  for (const [title, venues] of LIST.groups) {
    for (const venue of venues) groups.set(venue, [...(groups.get(venue) || []), GROUP + title]);
  }
  const venuesOf = ({ venue }) =>
    (venue < 0 ? [] : [ANY_VENUE, ...(groups.get(venue) || []), LIST.venues[venue]]);

  // One person's name in two spellings is one value, as most works write it.
  const authorsOf = (() => {
    let usual = null;
    const learn = () => {
      const counts = new Map();
      for (const name of Works.flatMap((work) => work.authors)) {
        counts.set(name, (counts.get(name) || 0) + 1);
      }
      const best = new Map();
      const names = [...counts].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
      return new Map(names.map(([name]) => {
        const key = Words.fold(name);
        if (!best.has(key)) best.set(key, name);
        return [name, best.get(key)];
      }));
    };
    return (work) => {
      usual ||= learn();
      const people = work.authors.filter((name) => name !== "et al."); // says that there are more
      return [...new Set(people.map((name) => usual.get(name)))];
    };
  })();

  // Which values of each filter a work has.
  const VALUES = {
    category: topicsOf,
    venue: venuesOf,
    author: authorsOf,
    institution: (work) => [...new Set(work.affiliations)],
    keyword: (work) => [...new Set(work.keywords)],
    kind: (work) => [kindOf(work)],
    code: (work) => [work.code ? "1" : "0"],
  };
  const NAMES = Object.keys(VALUES);
  const YEARS = ["from", "to"];

  const remembered = new Map(NAMES.map((name) => [name, new Map()]));
  const valuesOf = (name, work) => {
    const known = remembered.get(name);
    if (!known.has(work)) known.set(work, VALUES[name](work));
    return known.get(work);
  };

  const passes = (asked) => {
    const chosen = NAMES.filter((name) => asked[name].length)
      .map((name) => [name, new Set(asked[name])]);
    return (work) => {
      const year = yearOf(work);
      return (!asked.from || year >= asked.from)
        && (!asked.to || (year && year <= asked.to))
        && chosen.every(([name, values]) =>
          valuesOf(name, work).some((value) => values.has(value)));
    };
  };

  // How many of these works each choice of a filter would leave, the other filters as they are.
  const counts = (name, found, asked) => {
    const without = name === "year" ? { ...asked, from: "", to: "" } : { ...asked, [name]: [] };
    const counted = new Map();
    for (const work of found.filter(passes(without))) {
      const values = name === "year" ? [yearOf(work)] : valuesOf(name, work);
      for (const value of values) counted.set(value, (counted.get(value) || 0) + 1);
    }
    counted.delete("");
    return counted;
  };

  // All values that the list has of a filter.
  const all = (name) => new Set(Works.flatMap((work) => valuesOf(name, work)));
  const years = [...new Set(Works.map(yearOf).filter(Boolean))]; // the newest first, as the works

  return { NAMES, YEARS, ANY_VENUE, GROUP, passes, counts, all, years };
})();
