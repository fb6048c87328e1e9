// Which works do the chosen filters let through, and how many would each other choice leave?
"use strict";

self.Facets = (() => {
  const ANY_VENUE = "*";
  const NAMES = ["category", "venue", "from", "to", "kind", "code"];
  const kindOf = (work) => work.kind || "paper";
  const yearOf = (work) => work.date.slice(0, 4);

  // The numbers of a category and of all below it; a parent always stands before its children.
  const within = (slug) => {
    const found = new Set();
    LIST.topics.forEach(([own, , parent], at) => {
      if (own === slug || found.has(parent)) found.add(at);
    });
    return found;
  };

  const passes = (asked) => {
    const topics = asked.category ? within(asked.category) : null;
    return (work) => {
      const year = yearOf(work);
      return (!topics || work.topics.some((topic) => topics.has(topic)))
        && (!asked.venue || (asked.venue === ANY_VENUE
          ? work.venue >= 0 : LIST.venues[work.venue] === asked.venue))
        && (!asked.from || year >= asked.from)
        && (!asked.to || (year && year <= asked.to))
        && (!asked.kind || kindOf(work) === asked.kind)
        && (!asked.code || work.code);
    };
  };

  const topicsOf = (work) => {
    const found = new Set();
    for (const topic of work.topics) {
      for (let up = topic; up >= 0; up = LIST.topics[up][2]) found.add(LIST.topics[up][0]);
    }
    return found;
  };
  const years = [...new Set(Works.map(yearOf).filter(Boolean))];
  const VALUES = {
    category: topicsOf,
    venue: (work) => (work.venue < 0 ? [] : [ANY_VENUE, LIST.venues[work.venue]]),
    from: (work) => years.filter((year) => yearOf(work) >= year),
    to: (work) => years.filter((year) => yearOf(work) && yearOf(work) <= year),
    kind: (work) => [kindOf(work)],
    code: (work) => (work.code ? ["1"] : []),
  };

  // How many of these works each choice of each filter would leave, the other filters as they are.
  const counts = (found, asked) => Object.fromEntries(NAMES.map((name) => {
    const counted = new Map();
    for (const work of found.filter(passes({ ...asked, [name]: "" }))) {
      for (const value of VALUES[name](work)) counted.set(value, (counted.get(value) || 0) + 1);
    }
    return [name, counted];
  }));

  return { NAMES, passes, counts };
})();
