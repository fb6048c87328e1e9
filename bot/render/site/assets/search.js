// Searches, filters and sorts the works of assets/data.js, and keeps the question in the URL.
//
// What is shown is built from the <template> of the page with textContent alone: no text of the
// list is ever read as markup. Without this script the page shows the newest works and the
// categories; nothing else depends on it.
"use strict";

(() => {
  const PAGE = 50;
  const NAMES = ["q", "category", "venue", "from", "to", "kind", "code", "sort"];
  const ANY_VENUE = "*";

  const byId = (id) => document.getElementById(id);
  const form = byId("search");
  const list = document.querySelector("ol.works");
  const status = byId("status");
  const more = byId("more");
  const none = byId("none");
  const template = byId("row").content.firstElementChild;

  // ---- the works ----

  const works = LIST.works.map((values) =>
    Object.fromEntries(LIST.fields.map((field, at) => [field, values[at]])));
  const venueOf = (work) =>
    work.venue < 0 ? "" : LIST.venues[work.venue] + (work.venueYear ? ` ${work.venueYear}` : "");

  // The numbers of a category and of all below it; a parent always stands before its children.
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
  const atArxiv = (work) =>
    LIST.arxiv + work.ids.find((id) => id.startsWith("arxiv:")).slice("arxiv:".length);
  const isWeb = (url) => /^https?:\/\//.test(url);

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
    if (work.date) part("date").dateTime = work.date.slice(0, 7);
    say("date", work.date.slice(0, 7));
    lead("paper", work.paper === 1 ? atArxiv(work) : work.paper);
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
