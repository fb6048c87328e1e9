// Unpacks the works of assets/data.js, as bot/render/site/search_data.py packs them.
"use strict";

self.Works = (() => {
  const LISTS = ["authors", "keywords", "affiliations", "ids"];
  const isWeb = (url) => /^https?:\/\//.test(url);
  const several = (packed) =>
    (typeof packed === "string" && packed ? packed.split(";") : [...packed]);
  const slug = (title) => (title.match(/[A-Za-z0-9]+/g) || []).join("-").toLowerCase();

  let date = "";
  const unpacked = (values) => {
    const work = Object.fromEntries(LIST.fields.map((field, at) => [field, values[at] ?? ""]));
    for (const field of LISTS) work[field] = several(work[field]);
    for (const field of ["venue", "cited"]) if (work[field] === "") work[field] = -1;
    if (typeof work.id === "number") work.id = slug(work.title).slice(0, work.id);
    const [start, colon] = [work.title.split(":")[0], work.title.includes(":")];
    work.short = typeof work.name === "number" ? work.title.slice(0, work.name)
      : work.name || (colon ? start : "");
    if (typeof work.name === "number") work.name = "";
    if (work.arxiv) work.ids.unshift(`arxiv:${work.arxiv}`);
    if (work.arxiv && work.paper === "") work.paper = LIST.prefixes.arxiv + work.arxiv;
    if (work.code && !isWeb(work.code)) work.code = LIST.prefixes.code + work.code;
    date = work.date === 0 ? date : work.date;
    const venueText = work.venue < 0 ? ""
      : LIST.venues[work.venue] + (work.venueYear && ` ${work.venueYear}`);
    return { ...work, date, venueText };
  };
  return LIST.works.map(unpacked);
})();
