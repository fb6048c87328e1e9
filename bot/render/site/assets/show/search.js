// Searches, filters and sorts the works, and keeps the question in the address.
//
// Without it the page shows the newest works and the categories; nothing else depends on it.
"use strict";

self.Search = (() => {
  const form = document.getElementById("search");
  const chips = document.getElementById("chosen");
  const facets = [...form.querySelectorAll(".facet")];
  const works = self.Works;
  let question = Address.read();

  // Where nothing else decides, the newest stands first.
  const ORDERS = {
    date: (a, b) => a - b,
    cited: (a, b) => works[b].cited - works[a].cited || a - b,
    title: (a, b) => works[a].title.localeCompare(works[b].title, "en"),
  };
  const everything = works.map((_, at) => at);
  const hits = () => (question.q ? Index.search(question.q) : { full: everything, most: [] });

  // The works that have all words, and behind them those that have most.
  const find = () => {
    const { full, most } = hits();
    const pass = Facets.passes(question);
    const picked = new Set(question.picked);
    const left = (hits) => {
      const kept = hits.filter((at) => pass(works[at]) && (!question.only || picked.has(works[at].id)));
      return (ORDERS[question.sort] ? kept.sort(ORDERS[question.sort]) : kept).map((at) => works[at]);
    };
    return [left(full), left(most)];
  };

  const isFiltered = () => [...Facets.NAMES, ...Facets.YEARS].some((name) => question[name].length);
  const isAsking = () => Boolean(question.q || question.only || isFiltered());

  // The choices of a filter that is open; after the results, which a reader waits for.
  const fill = (facet) => {
    const { full, most } = hits();
    const found = full.length ? full : most;
    Choices.open(facet, found.map((at) => works[at]), question);
  };
  let filling = 0;
  const fillSoon = () => {
    clearTimeout(filling);
    filling = setTimeout(() => facets.filter((each) => each.open).forEach(fill), 150);
  };

  const show = async () => {
    document.body.classList.toggle("asking", isAsking());
    Choices.chosen(chips, question);
    if (question.q) await Index.ready;
    Results.show(...find(), question.q);
    Picked.show(question, isAsking());
  };
  const change = (changed) => {
    question = { ...question, ...changed };
    Address.write(question);
    return show();
  };

  // ---- what the reader does ----

  form.addEventListener("input", ({ target }) => {
    const { name, value } = target;
    if (name === "q") {
      change({ q: value.trim() });
      fillSoon();
    } else if (target.type === "checkbox") {
      const others = question[name].filter((each) => each !== value);
      change({ [name]: target.checked ? [...others, value] : others });
    } else {
      change({ [name]: value });
      fillSoon();
    }
  });
  form.elements.sort.addEventListener("input", ({ target }) => change({ sort: target.value }));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    change({ ...Address.empty(), picked: question.picked });
    setTimeout(fillSoon);
  });
  chips.addEventListener("click", ({ target }) => {
    const { name, value } = target.dataset;
    if (!name) return;
    const left = Array.isArray(question[name]) ? question[name].filter((each) => each !== value) : "";
    change({ [name]: left });
    fillSoon();
    (chips.querySelector("button") || form.elements.q).focus();
  });

  for (const facet of facets) {
    facet.addEventListener("toggle", () => {
      if (facet.open) fill(facet);
      else facet.querySelector(".choices").replaceChildren(); // the next time they may be others
    });
  }
  // An open filter lies over the works: a press elsewhere or Escape closes it.
  const close = (except) => {
    for (const facet of facets) if (facet !== except) facet.open = false;
  };
  document.addEventListener("click", ({ target }) => close(target.closest?.(".facet")));
  form.addEventListener("keydown", (event) => {
    const facet = event.target.closest(".facet");
    if (event.key !== "Escape" || !facet?.open) return;
    facet.open = false;
    facet.querySelector("summary").focus();
  });

  // Pick a work or put it back; without one, put all back.
  const pick = (id) => {
    const others = question.picked.filter((each) => each !== id);
    const picked = !id || others.length < question.picked.length ? others : [...others, id];
    const left = id ? picked : [];
    return change({ picked: left, only: left.length ? question.only : "" });
  };
  const only = () => change({ only: question.only ? "" : "1" });

  // What was typed while this was loading counts.
  const box = form.elements.q;
  if (box.value) question.q = box.value.trim();
  else box.value = question.q;
  form.elements.sort.value = question.sort;
  if (isAsking() || question.sort || question.picked.length) change({});
  else document.body.classList.remove("asking");
  facets.filter((each) => each.open).forEach(fill);

  return { pick, only };
})();
