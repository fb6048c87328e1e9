// How are the works that were found shown, a page at a time?
//
// What is shown is built from the <template> of the page with textContent alone: no text of the
// list is ever read as markup.
"use strict";

self.Results = (() => {
  const PAGE = 30;
  const byId = (id) => document.getElementById(id);
  const list = document.querySelector("ol.works");
  const status = byId("status");
  const more = byId("more");
  const none = byId("none");
  const template = byId("row").content.firstElementChild;
  const isWeb = (url) => /^https?:\/\//.test(url);
  const number = (count) => count.toLocaleString("en");

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
    say("cited", work.cited >= 0, `cited ${number(work.cited)}`);
    say("venue", work.venueText);
    say("date", work.date);
    lead("paper", work.paper);
    lead("code", work.code);
    return Start.pickable(item);
  };

  let found = Works;
  let withAll = Works.length; // so many of them have all words; those behind have most
  let shown = list.children.length; // the page shows the newest works already

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

  // The form for what the list lacks, filled in with what was asked for.
  const lacks = byId("lacks");
  const form = lacks && lacks.href;
  const offer = (q) => {
    const name = /^https?:\/\/\S+$/.test(q) || Links.isIdentifier(q) ? "links" : "title";
    lacks.href = q ? `${form}&${name}=${encodeURIComponent(q.slice(0, 500))}` : form;
  };

  const show = (full, most, q) => {
    found = [...full, ...most];
    withAll = full.length;
    shown = 0;
    list.replaceChildren();
    showMore();
    if (lacks) offer(q);
    status.textContent = (full.length === Works.length ? `All ${number(Works.length)}`
      : `${number(full.length)} of ${number(Works.length)}`)
      + (most.length ? `, and ${number(most.length)} with most of the words` : "");
  };

  const goOn = () => {
    const first = shown;
    showMore();
    Picked.mark();
    // The keyboard goes on where the new works begin.
    list.querySelectorAll("a.title")[first]?.focus();
  };

  // The arrows lead from the search to the works and along them.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const box = byId("search").elements.q;
    const titles = [...list.querySelectorAll("a.title")];
    const at = titles.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || (at < 0 && !(document.activeElement === box && step > 0))) return;
    (titles[at + step] || (at ? titles[at] : box))?.focus();
    event.preventDefault();
  });

  return { show, more: goOn, found: () => found };
})();
