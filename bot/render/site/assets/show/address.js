// What does the address ask for, and how is a question written there, so that it can be shared?
//
// ?q=...&venue=ICML&venue=ICLR&from=2024&picked=id.id: a filter of several values stands there
// several times; what the list does not have is no filter.
"use strict";

self.Address = (() => {
  const TEXTS = ["q", ...Facets.YEARS, "sort", "only"];
  const SORTS = ["date", "cited", "title"];
  const ids = new Set(Works.map((work) => work.id));

  const empty = () => ({
    ...Object.fromEntries(TEXTS.map((name) => [name, ""])),
    ...Object.fromEntries(Facets.NAMES.map((name) => [name, []])),
    picked: [],
  });

  const read = () => {
    const given = new URLSearchParams(location.search);
    const question = empty();
    question.q = (given.get("q") || "").trim();
    for (const name of Facets.YEARS) {
      if (Facets.years.includes(given.get(name))) question[name] = given.get(name);
    }
    if (SORTS.includes(given.get("sort"))) question.sort = given.get("sort");
    for (const name of Facets.NAMES.filter((name) => given.has(name))) {
      const known = Facets.all(name);
      question[name] = [...new Set(given.getAll(name))].filter((value) => known.has(value));
    }
    const picked = (given.get("picked") || "").split(".").filter((id) => ids.has(id));
    question.picked = [...new Set(picked)];
    if (given.get("only") && question.picked.length) question.only = "1";
    return question;
  };

  const write = (question) => {
    const query = new URLSearchParams();
    for (const name of ["q", ...Facets.NAMES, ...Facets.YEARS, "sort"]) {
      for (const value of [question[name]].flat()) if (value) query.append(name, value);
    }
    if (question.picked.length) query.set("picked", question.picked.join("."));
    if (question.only) query.set("only", "1");
    try {
      history.replaceState(null, "", `${query}` ? `?${query}` : location.pathname);
    } catch {
      // Pages opened from a disk may not change their address; the search works all the same.
    }
  };

  return { empty, read, write };
})();
