// Loads the search once somebody wants it: who only looks at the front page loads a tenth of it.
"use strict";

self.Start = (() => {
  const SCRIPTS = [
    "data", "find/works", "find/words", "find/links", "find/postings", "find/near", "find/question",
    "find/index", "show/facets", "show/address", "show/choices", "show/results", "show/picked",
    "show/search",
  ];
  const form = document.getElementById("search");

  // In the order in which they are named, for each is a function of those before it.
  const script = (name) => new Promise((loaded, failed) => {
    const element = document.createElement("script");
    element.src = `assets/${name}.js`;
    element.async = false;
    element.onload = loaded;
    element.onerror = failed;
    document.head.append(element);
  });
  // Tells whether the search is there; where it could not be loaded it is tried again next time.
  const LOADING = "Loading the search …";
  const FAILED = "The search could not be loaded; try again once the connection is back";
  const status = document.getElementById("status");
  const said = status.textContent;
  let loading = null;
  const load = () => (loading ||= Promise.all(SCRIPTS.map(script)).then(() => {
    if (status.textContent === LOADING) status.textContent = said;
    return true;
  }, () => {
    loading = null;
    status.textContent = FAILED;
    return false;
  }));

  for (const event of ["focusin", "pointerenter", "input"]) form.addEventListener(event, load);
  form.addEventListener("input", () => {
    if (!self.Search) status.textContent = LOADING;
  });
  form.elements.sort.addEventListener("focus", load); // stands outside of the form

  // "/" leads to the search from anywhere.
  document.addEventListener("keydown", (event) => {
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    form.elements.q.focus();
    event.preventDefault();
  });

  // Each work can be picked; which ones are, the search knows once it is there.
  const pickable = (item) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pick";
    button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-label", `Pick: ${item.querySelector(".title").textContent}`);
    button.textContent = "pick";
    item.querySelector(".go").append(button);
    return item;
  };
  const list = document.querySelector("ol.works");
  list.querySelectorAll("li").forEach(pickable);
  list.addEventListener("click", async ({ target }) => {
    if (!target.matches(".pick")) return;
    const work = target.closest("li").querySelector(".title").getAttribute("href");
    if (await load()) Search.pick(work.replace(/^paper\/|\.html$/g, ""));
  });

  const more = document.getElementById("more");
  more.hidden = !more.dataset.left;
  more.addEventListener("click", async () => {
    if (await load()) Results.more();
  });

  // On a phone the works come first; which filters are in use is said below them.
  if (matchMedia("(max-width: 44rem)").matches) document.getElementById("filters").open = false;
  // Who has asked for something sees what was found before what the list is about.
  if (location.search) {
    document.body.classList.add("asking");
    load();
  }
  return { load, script, pickable };
})();
