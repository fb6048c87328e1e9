// Which works did the reader pick, and how is their BibTeX taken away?
//
// Where none is picked, the BibTeX is that of all works that were found.
"use strict";

self.Picked = (() => {
  const group = document.getElementById("picked");
  const list = document.querySelector("ol.works");
  const number = (count) => count.toLocaleString("en");
  let picked = [];
  let isAsking = false;

  const wanted = () => (picked.length ? picked : Results.found().map((work) => work.id));
  // The records stand in the order of the works; they are large, and few readers need them.
  let loading = null;
  const bibtex = async () => {
    await (loading ||= Start.script("bibtex"));
    const ids = new Set(wanted());
    return Works.flatMap((work, at) => (ids.has(work.id) ? [BIBTEX[at]] : [])).join("\n");
  };

  const told = (button, text) => {
    const label = button.textContent;
    button.textContent = text;
    setTimeout(() => { button.textContent = label; }, 2000);
  };
  const copy = async ({ target }) => {
    try {
      await navigator.clipboard.writeText(await bibtex());
      told(target, "Copied");
    } catch {
      told(target, "Not allowed here: download it");
    }
  };
  const download = async () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([await bibtex()], { type: "application/x-bibtex" }));
    link.download = "papers.bib";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  };
  const said = document.createElement("span");
  const only = button("Show only these", () => Search.only());
  const none = button("Put all back", () => Search.pick(""));
  group.append(said, only, button("Copy BibTeX", copy), button("Download BibTeX", download), none);

  // Say on each work that is shown whether it is picked.
  const mark = () => {
    for (const each of list.querySelectorAll(".pick")) {
      const href = each.closest("li").querySelector(".title").getAttribute("href");
      const isPicked = picked.some((id) => href === `paper/${id}.html`);
      each.setAttribute("aria-pressed", isPicked);
      each.textContent = isPicked ? "picked" : "pick";
    }
  };

  const show = (question, asking) => {
    picked = question.picked;
    isAsking = asking;
    group.hidden = !picked.length && !(isAsking && Results.found().length);
    said.className = picked.length ? "" : "what"; // on a phone there is no room to say that
    said.textContent = picked.length ? `${number(picked.length)} picked` : "All that was found:";
    only.hidden = none.hidden = !picked.length;
    only.textContent = question.only ? "Show all" : "Show only these";
    mark();
  };

  return { show, mark };
})();
