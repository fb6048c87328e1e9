// Which values may be chosen in an open filter, and which are chosen now?
"use strict";

self.Choices = (() => {
  const MOST_SHOWN = 60;
  const NARROWED = 12; // from so many values on there is a field to narrow them
  const SAID = { "*": "Any venue" };
  const CODE = { 1: "With code", 0: "Without code" };
  const topics = new Map(LIST.topics.map((topic, at) => [topic[0], [topic[1], at]]));
  const depths = [];
  for (const [, , parent] of LIST.topics) depths.push(parent < 0 ? 0 : depths[parent] + 1);

  const title = (name, value) => {
    if (name === "category") return topics.get(value)[0];
    if (name === "code") return CODE[value];
    if (name === "kind") return value[0].toUpperCase() + value.slice(1);
    if (name === "venue" && value.startsWith(Facets.GROUP)) return value.slice(1);
    return (name === "venue" && SAID[value]) || value;
  };
  const element = (tag, properties, ...inside) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...inside);
    return made;
  };
  const number = (count) => count.toLocaleString("en");

  // Categories stand as in the list, venues that mean several first, all else by how many have it.
  const rank = (name, value) => {
    if (name === "category") return topics.get(value)[1];
    if (name === "code") return -value;
    return name === "venue" && (value === Facets.ANY_VENUE || value.startsWith(Facets.GROUP)) ? -1 : 0;
  };
  const ordered = (name, counted, chosen) => {
    const values = new Set([...counted.keys(), ...chosen]);
    const of = (value) => counted.get(value) || 0;
    return [...values].sort((a, b) => rank(name, a) - rank(name, b) || of(b) - of(a)
      || title(name, a).localeCompare(title(name, b), "en"));
  };

  const choice = (name, value, count, isChosen) => {
    const box = element("input", { type: "checkbox", name, value, checked: isChosen });
    const text = element("bdi", { textContent: title(name, value) });
    const label = element("label", {}, box, text, " ",
      element("span", { className: "count", textContent: number(count) }));
    const item = element("li", {}, label);
    if (name === "category") item.className = `depth-${Math.min(depths[topics.get(value)[1]], 3)}`;
    return item;
  };

  const fill = (list, note, name, counted, chosen, narrow) => {
    const wanted = Words.fold(narrow);
    const all = ordered(name, counted, chosen);
    const fitting = narrow ? all.filter((value) => Words.fold(title(name, value)).includes(wanted)) : all;
    const shown = name === "category" ? fitting : fitting.slice(0, MOST_SHOWN);
    list.replaceChildren(...shown.map((value) =>
      choice(name, value, counted.get(value) || 0, chosen.includes(value))));
    note.textContent = shown.length < fitting.length
      ? `${number(fitting.length - shown.length)} more; type to narrow them` : "";
  };

  const several = (panel, name, counted, chosen) => {
    const list = element("ul", {});
    const note = element("p", { className: "aside" });
    const parts = [list, note];
    if (counted.size >= NARROWED) {
      const field = element("input", { type: "search", className: "narrow", placeholder: "Narrow" });
      field.setAttribute("aria-label", `Narrow the choices of ${name}`);
      field.addEventListener("input", (event) => {
        event.stopPropagation(); // no question of its own
        fill(list, note, name, counted, chosen, field.value.trim());
      });
      parts.unshift(field);
    }
    fill(list, note, name, counted, chosen, "");
    panel.replaceChildren(...parts);
  };

  // The years from and to which works are asked for, each with how many that leaves.
  const years = (panel, counted, asked) => {
    const within = { from: (year, limit) => year >= limit, to: (year, limit) => year <= limit };
    const sum = (name, limit) => [...counted]
      .reduce((whole, [year, count]) => whole + (within[name](year, limit) ? count : 0), 0);
    panel.replaceChildren(...Facets.YEARS.map((name) => {
      const select = element("select", { name }, new Option("Any", ""),
        ...Facets.years.map((year) => new Option(`${year} (${number(sum(name, year))})`, year)));
      select.value = asked[name];
      const label = name === "from" ? "From year" : "To year";
      return element("label", {}, element("span", { textContent: label }), select);
    }));
  };

  const open = (facet, found, asked) => {
    const name = facet.dataset.facet;
    const panel = facet.querySelector(".choices");
    const counted = Facets.counts(name, found, asked);
    if (name === "year") years(panel, counted, asked);
    else several(panel, name, counted, asked[name]);
  };

  // Each chosen value as a button that takes it back.
  const chosen = (list, asked) => {
    const values = [
      ...Facets.NAMES.flatMap((name) => asked[name].map((value) => [name, value, title(name, value)])),
      ...Facets.YEARS.filter((name) => asked[name])
        .map((name) => [name, asked[name], `${name} ${asked[name]}`]),
    ];
    list.hidden = values.length === 0;
    list.replaceChildren(...values.map(([name, value, text]) => {
      const button = element("button", { type: "button", textContent: text });
      Object.assign(button.dataset, { name, value });
      button.setAttribute("aria-label", `Take back the filter ${text}`);
      return element("li", {}, button);
    }));
  };

  return { open, chosen };
})();
