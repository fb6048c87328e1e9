// Searches, filters and sorts the works of assets/data.js, and keeps the question in the URL.
//
// What is shown is built from the <template> of the page with textContent alone: no text of the
// list is ever read as markup. Without this script the page shows the newest works and the
// categories; nothing else depends on it.
"use strict";

(() => {
  const PAGE = 30;
  const NAMES = ["q", "category", "venue", "from", "to", "kind", "code", "sort"];
  const ANY_VENUE = "*";

  const byId = (id) => document.getElementById(id);
  const form = byId("search");
  const list = document.querySelector("ol.works");
  const status = byId("status");
  const more = byId("more");
  const none = byId("none");
  const template = byId("row").content.firstElementChild;

  // ---- the works, as bot/render/site/search_data.py packs them ----

  const isWeb = (url) => /^https?:\/\//.test(url);
  const LISTS = ["authors", "keywords", "affiliations", "ids"];
  const several = (packed) => (typeof packed === "string" && packed ? packed.split(";") : [...packed]);
  const slug = (title) => (title.match(/[A-Za-z0-9]+/g) || []).join("-").toLowerCase();

  let date = "";
  const works = LIST.works.map((values) => {
    const work = Object.fromEntries(LIST.fields.map((field, at) => [field, values[at] ?? ""]));
    for (const field of LISTS) work[field] = several(work[field]);
    for (const field of ["venue", "cited"]) if (work[field] === "") work[field] = -1;
    if (typeof work.id === "number") work.id = slug(work.title).slice(0, work.id);
    if (work.arxiv) work.ids.unshift(`arxiv:${work.arxiv}`);
    if (work.arxiv && work.paper === "") work.paper = LIST.prefixes.arxiv + work.arxiv;
    if (work.code && !isWeb(work.code)) work.code = LIST.prefixes.code + work.code;
    date = work.date === 0 ? date : work.date;
    return { ...work, date };
  });
  const venueOf = (work) =>
    work.venue < 0 ? "" : LIST.venues[work.venue] + (work.venueYear && ` ${work.venueYear}`);

  // ---- the choices, which only the search needs ----

  const offer = (name, choices) =>
    form.elements[name].append(...choices.map(([value, text = value]) => new Option(text, value)));

  // A parent always stands before its children.
  const depths = [];
  for (const [, , parent] of LIST.topics) depths.push(parent < 0 ? 0 : depths[parent] + 1);
  offer("category", LIST.topics.map(([slug, title], at) => [slug, "\u2003".repeat(depths[at]) + title]));
  offer("venue", LIST.venues.map((name) => [name]));

  // The works stand newest first, and so do their years.
  const years = new Set(works.map((work) => work.date.slice(0, 4)).filter(Boolean));
  for (const name of ["from", "to"]) offer(name, [...years].map((year) => [year]));

  const kinds = new Map();
  for (const { kind } of works) kinds.set(kind || "paper", (kinds.get(kind || "paper") || 0) + 1);
  const common = [...kinds].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
  offer("kind", common.map(([kind]) => [kind, kind[0].toUpperCase() + kind.slice(1)]));

  // The numbers of a category and of all below it.
  const within = (slug) => {
    const found = new Set();
    LIST.topics.forEach(([own, , parent], at) => {
      if (own === slug || found.has(parent)) found.add(at);
    });
    return found;
  };

  // ---- the search ----

  const words = MiniSearch.getDefault("tokenize");
  const parts = (word) => {
    const found = word.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}]+/gu) || [];
    return found.length > 1 ? found.filter((part) => part.length > 1) : [];
  };

  const index = new MiniSearch({
    idField: "at",
    fields: ["title", "name", "authors", "venue", "keywords", "affiliations", "topics", "ids"],
    storeFields: [],
    extractField: (entry, field) => {
      if (field === "at") return entry.at;
      const work = works[entry.at];
      if (field === "venue") return venueOf(work);
      if (field === "topics") return work.topics.map((at) => LIST.topics[at][1]).join(" ");
      return Array.isArray(work[field]) ? work[field].join(" ") : work[field];
    },
    // "PagedAttention" is also found by "attention".
    tokenize: (text) => words(text).flatMap((word) => [word, ...parts(word)]),
    // "Rodola" finds "Rodolà".
    processTerm: (term) => term.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(),
    searchOptions: {
      tokenize: words,
      combineWith: "AND",
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.15 : false),
      boost: { title: 4, name: 5, keywords: 2, topics: 0.5 },
    },
  });
  // In portions, so that a long list does not keep the page from answering.
  const indexed = index.addAllAsync(works.map((_, at) => ({ at })), { chunkSize: 500 });

  const passes = (asked) => {
    const topics = asked.category ? within(asked.category) : null;
    return (work) => {
      const year = work.date.slice(0, 4);
      return (!topics || work.topics.some((topic) => topics.has(topic)))
        && (!asked.venue || (asked.venue === ANY_VENUE
          ? work.venue >= 0 : LIST.venues[work.venue] === asked.venue))
        && (!asked.from || year >= asked.from)
        && (!asked.to || (year && year <= asked.to))
        && (!asked.kind || (work.kind || "paper") === asked.kind)
        && (!asked.code || work.code);
    };
  };

  // Sorting is stable: where nothing else decides, the newest stands first.
  const ORDERS = {
    date: (a, b) => a.at - b.at,
    cited: (a, b) => works[b.at].cited - works[a.at].cited || a.at - b.at,
    title: (a, b) => works[a.at].title.localeCompare(works[b.at].title, "en"),
  };

  const find = (asked) => {
    const hits = asked.q
      ? index.search(asked.q).map((hit) => ({ at: hit.id }))
      : works.map((_, at) => ({ at }));
    const pass = passes(asked);
    const left = hits.filter((hit) => pass(works[hit.at]));
    if (ORDERS[asked.sort]) left.sort(ORDERS[asked.sort]);
    return left.map((hit) => works[hit.at]);
  };

  // ---- what is shown ----

  const authors = (names) =>
    names.length > 4 ? `${names.slice(0, 3).join(", ")}, et al.` : names.join(", ");

  const row = (work) => {
    const item = template.cloneNode(true);
    const part = (name) => item.querySelector(`.${name}`);
    const say = (name, text, words = text) => {
      if (!text) part(name).remove();
      else (part(name).querySelector("bdi") || part(name)).textContent = words;
    };
    const lead = (name, url) => {
      if (isWeb(url)) part(name).href = url;
      else part(name).remove();
    };
    say("title", work.title);
    part("title").href = `paper/${work.id}.html`;
    say("name", work.name);
    say("kind", work.kind);
    say("authors", authors(work.authors));
    say("cited", work.cited >= 0, `cited ${work.cited.toLocaleString("en")}`);
    say("venue", venueOf(work));
    say("date", work.date);
    lead("paper", work.paper);
    lead("code", work.code);
    return item;
  };

  let found = [];
  let shown = 0;

  const showMore = () => {
    const next = found.slice(shown, shown + PAGE);
    list.append(...next.map(row));
    shown += next.length;
    more.hidden = shown >= found.length;
    none.hidden = found.length > 0;
  };

  const show = (asked) => {
    found = find(asked);
    shown = 0;
    list.replaceChildren();
    showMore();
    const all = works.length.toLocaleString("en");
    const isAll = found.length === works.length;
    status.textContent = isAll ? `All ${all}` : `${found.length.toLocaleString("en")} of ${all}`;
  };

  // ---- the question: form and URL say the same ----

  const asked = () => {
    const data = new FormData(form);
    return Object.fromEntries(NAMES.map((name) => [name, (data.get(name) || "").trim()]));
  };

  const write = (question) => {
    const given = NAMES.filter((name) => question[name]).map((name) => [name, question[name]]);
    const query = new URLSearchParams(given).toString();
    try {
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
    } catch {
      // Pages opened from a disk may not change their address; the search works all the same.
    }
  };

  const read = () => {
    const given = new URLSearchParams(location.search);
    for (const name of NAMES) {
      const field = form.elements[name];
      if (field.type === "checkbox") field.checked = given.has(name);
      else field.value = given.get(name) || "";
      // A choice that there is not ("?venue=nowhere") is no filter.
      if (field.tagName === "SELECT" && field.selectedIndex < 0) field.selectedIndex = 0;
    }
  };

  const isPlain = (question) => NAMES.every((name) => !question[name]);

  const search = async () => {
    if (asked().q) await indexed;
    show(asked());
  };

  const changed = () => {
    write(asked());
    search();
  };

  form.addEventListener("input", changed);
  form.elements.sort.addEventListener("input", changed); // stands outside of the form
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", () => {
    const first = list.children.length;
    showMore();
    // The keyboard goes on where the new works begin.
    list.children[first]?.querySelector("a").focus();
  });

  read();
  // On a phone the works come first; filters that are in use stay in sight.
  const filtered = ["category", "venue", "from", "to", "kind", "code"].some((name) => asked()[name]);
  if (matchMedia("(max-width: 44rem)").matches && !filtered) byId("filters").open = false;
  if (isPlain(asked())) {
    // The page shows the newest works already.
    found = works;
    shown = list.children.length;
    more.hidden = shown >= found.length;
  } else {
    search();
  }
})();
