// Searches, filters and sorts the works of assets/data.js, and keeps the question in the URL.
//
// What is shown is built from the <template> of the page with textContent alone: no text of the
// list is ever read as markup. Without this script the page shows the newest works and the
// categories; nothing else depends on it.
"use strict";

(() => {
  const PAGE = 30;
  const NAMES = ["q", ...Facets.NAMES, "sort"];

  const byId = (id) => document.getElementById(id);
  const form = byId("search");
  const list = document.querySelector("ol.works");
  const status = byId("status");
  const more = byId("more");
  const none = byId("none");
  const template = byId("row").content.firstElementChild;

  const works = self.Works;
  const isWeb = (url) => /^https?:\/\//.test(url);

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

  const labels = new Map();
  for (const name of Facets.NAMES) {
    for (const option of form.elements[name].options || []) labels.set(option, option.text);
  }
  // Say behind each choice how many works it leaves.
  const count = () => {
    const question = asked();
    const { full, most } = hits(question);
    const counted = Facets.counts([...full, ...(full.length ? [] : most)].map((at) => works[at]), question);
    for (const [option, label] of labels) {
      if (!option.value) continue;
      const left = counted[option.parentElement.name].get(option.value) || 0;
      option.text = `${label} (${left.toLocaleString("en")})`;
    }
    byId("with-code").textContent = `With code (${(counted.code.get("1") || 0).toLocaleString("en")})`;
  };
  // After the results, which a reader waits for.
  let counting = 0;
  const countSoon = () => {
    clearTimeout(counting);
    counting = setTimeout(count, 150);
  };

  // ---- the search ----

  // Where nothing else decides, the newest stands first.
  const ORDERS = {
    date: (a, b) => a - b,
    cited: (a, b) => works[b].cited - works[a].cited || a - b,
    title: (a, b) => works[a].title.localeCompare(works[b].title, "en"),
  };

  const hits = ({ q }) =>
    (q ? Index.search(q) : { full: works.map((_, at) => at), most: [] });

  // The works that have all words, and behind them those that have most.
  const find = (asked) => {
    const { full, most } = hits(asked);
    const pass = Facets.passes(asked);
    const left = (hits) => {
      const kept = hits.filter((at) => pass(works[at]));
      return (ORDERS[asked.sort] ? kept.sort(ORDERS[asked.sort]) : kept).map((at) => works[at]);
    };
    return [left(full), left(most)];
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
    say("venue", work.venueText);
    say("date", work.date);
    lead("paper", work.paper);
    lead("code", work.code);
    return item;
  };

  let found = [];
  let withAll = 0; // so many of them have all words; those behind have most
  let shown = 0;

  const divider = () => {
    const item = document.createElement("li");
    item.className = "most";
    item.textContent = withAll ? "With most of the words" : "No work has all the words; these have most";
    return item;
  };

  const showMore = () => {
    const next = found.slice(shown, shown + PAGE);
    next.forEach((work, at) => {
      if (shown + at === withAll) list.append(divider());
      list.append(row(work));
    });
    shown += next.length;
    more.hidden = shown >= found.length;
    none.hidden = found.length > 0;
  };

  const show = (asked) => {
    const [full, most] = find(asked);
    found = [...full, ...most];
    withAll = full.length;
    shown = 0;
    list.replaceChildren();
    showMore();
    const write = (count) => count.toLocaleString("en");
    status.textContent = (full.length === works.length ? `All ${write(works.length)}`
      : `${write(full.length)} of ${write(works.length)}`)
      + (most.length ? `, and ${write(most.length)} with most of the words` : "");
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
    // Who has asked for something sees what was found before what the list is about.
    document.body.classList.toggle("asking", !isPlain(asked()));
    if (asked().q) await Index.ready;
    show(asked());
    countSoon();
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
    const first = shown;
    showMore();
    // The keyboard goes on where the new works begin.
    list.querySelectorAll("a.title")[first]?.focus();
  });

  // "/" leads to the search from anywhere, the arrows from it to the works and along them.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const box = form.elements.q;
    const titles = [...list.querySelectorAll("a.title")];
    const at = titles.indexOf(document.activeElement);
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "/" && !isTyping) box.focus();
    else if (event.key in steps && (at >= 0 || (document.activeElement === box && steps[event.key] > 0))) {
      (titles[at + steps[event.key]] || (at ? titles[at] : box))?.focus();
    } else return;
    event.preventDefault();
  });

  read();
  // On a phone the works come first; filters that are in use stay in sight.
  const filtered = Facets.NAMES.some((name) => asked()[name]);
  if (matchMedia("(max-width: 44rem)").matches && !filtered) byId("filters").open = false;
  if (isPlain(asked())) {
    // The page shows the newest works already.
    found = works;
    withAll = works.length;
    shown = list.children.length;
    more.hidden = shown >= found.length;
    countSoon();
  } else {
    search();
  }
})();
