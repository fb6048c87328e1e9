// Which works hold a word, and how well: an inverted index over what the list knows of each work.
//
// A word stands there by its stem, with its neighbours joined, and by the short and long forms that
// it is part of. Weights: tests/examples/search is what they were chosen by.
"use strict";

self.Postings = (() => {
  const WEIGHTS = {
    name: 7, title: 4, firstAuthor: 4, author: 2.2, keyword: 2, topic: 1.8, parent: 1.2, year: 2,
    venue: 2.5, kind: 1.5, affiliation: 1.5, code: 1.2, description: 0.5, part: 0.6,
  };

  const works = self.Works;
  const tokens = new Map(); // a stem, or what several words give joined: its number
  const postings = []; // by that number: the works and the weights there
  const surfaces = new Map(); // a word as it is written, folded: the number of its stem
  const names = new Map(); // a whole name or title without spaces: its works

  // ---- building ----

  const number = (token) => {
    let at = tokens.get(token);
    if (at === undefined) {
      tokens.set(token, (at = postings.length));
      postings.push({ works: [], weights: [] });
    }
    return at;
  };
  const tokenOf = (word) => {
    let at = surfaces.get(word);
    if (at === undefined) surfaces.set(word, (at = number(Words.stem(word))));
    return at;
  };

  // The tokens of a text, which many works may share (a category, a venue, an author).
  const texts = new Map();
  const read = (text) => {
    const words = Words.of(text);
    const alone = words.map(tokenOf);
    const joined = words.slice(1).map((word, at) => tokenOf(words[at] + word));
    for (const compound of text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+){2,}/gu) || []) {
      joined.push(tokenOf(Words.fold(compound).replaceAll(" ", "")));
    }
    const meanings = Words.meanings(words.map(Words.stem)).map(({ meaning }) => meaning);
    return {
      words,
      whole: [...alone, ...joined, ...meanings.map(number)],
      parts: [...Words.parts(text), ...meanings.flatMap(Words.spelledOut)].map(tokenOf),
    };
  };
  const shared = (text) => {
    let found = texts.get(text);
    if (!found) texts.set(text, (found = read(text)));
    return found;
  };

  const add = (at) => {
    const work = works[at];
    const weights = new Map();
    const put = (found, weight) => {
      for (const token of found.whole) weights.set(token, (weights.get(token) || 0) + weight);
      for (const token of found.parts) {
        if (!weights.has(token)) weights.set(token, weight * WEIGHTS.part);
      }
    };
    const title = read(work.title);
    put(title, WEIGHTS.title * (10 / (7 + 0.3 * title.words.length + 0.1 * work.title.length / 4)));
    if (work.short) put(read(work.short), WEIGHTS.name);
    work.authors.forEach((author, nth) =>
      put(shared(author), nth ? WEIGHTS.author : WEIGHTS.firstAuthor));
    for (const keyword of work.keywords) put(shared(keyword), WEIGHTS.keyword);
    for (const each of work.affiliations) put(shared(each), WEIGHTS.affiliation);
    if (work.venueText) put(shared(work.venueText), WEIGHTS.venue);
    if (work.date) put(shared(work.date.slice(0, 4)), WEIGHTS.year);
    put(shared(work.kind || "paper"), WEIGHTS.kind);
    if (work.code) put(read(work.code.replace(/^https?:\/\/(github\.com\/)?/, "")), WEIGHTS.code);
    const above = new Set();
    for (const topic of work.topics) {
      const [, heading, parent, description] = LIST.topics[topic];
      put(shared(heading), WEIGHTS.topic);
      put(shared(description), WEIGHTS.description);
      for (let up = parent; up >= 0; up = LIST.topics[up][2]) above.add(up);
    }
    for (const up of above) put(shared(LIST.topics[up][1]), WEIGHTS.parent);

    for (const [token, weight] of weights) {
      postings[token].works.push(at);
      postings[token].weights.push(weight);
    }
    for (const name of new Set([work.short, work.title].map((text) => Words.fold(text).replaceAll(" ", "")))) {
      if (name) names.set(name, [...(names.get(name) || []), at]);
    }
  };

  // In portions, so that a long list does not keep the page from answering.
  const build = async () => {
    for (let at = 0; at < works.length; at += 1) {
      if (at % 250 === 249) await new Promise((done) => setTimeout(done));
      add(at);
    }
    texts.clear();
  };

  return { ready: build(), tokens, postings, surfaces, names };
})();
