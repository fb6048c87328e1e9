// Which works answer a question, the best first?
//
// A question's words are each looked for as they are, by stem, as beginnings, joined and split, by
// their short and long forms, and misspelt where nothing else is found. Works with all words come
// first, then those with most.
"use strict";

self.Index = (() => {
  // A word in more than one field counts more, but never without bound: W / (W + SATURATED).
  const SATURATED = 4;

  const works = self.Works;
  const { tokens, postings, names } = self.Postings;
  const { near, corrected } = self.Near;

  // How well each work holds one of these tokens, with how rare that is: works and scores.
  const scored = (found) => {
    const best = new Map();
    for (const [token, sureness] of found) {
      const { works: at, weights } = postings[token];
      for (let nth = 0; nth < at.length; nth += 1) {
        const score = sureness * (weights[nth] / (weights[nth] + SATURATED));
        if (score > (best.get(at[nth]) || 0)) best.set(at[nth], score);
      }
    }
    const count = found.length && found[0][1] === 1 ? postings[found[0][0]].works.length : best.size;
    const rare = Math.log(1 + (works.length - Math.min(count, works.length) + 0.5) / (count + 0.5));
    return { best, rare };
  };

  // A question grows by letters, so what its other words found is asked for again and again.
  const remembered = new Map();
  const lookup = (key, make) => {
    let found = remembered.get(key);
    if (!found) {
      if (remembered.size > 60) remembered.clear();
      remembered.set(key, (found = scored(make())));
    }
    return found;
  };

  const haystacks = new Map();
  const haystack = (at) => {
    let text = haystacks.get(at);
    if (!text) {
      const work = works[at];
      const fields = [work.title, work.short, ...work.authors, ...work.keywords, work.venueText,
        ...work.affiliations, ...work.topics.map((topic) => LIST.topics[topic][1])];
      text = ` ${fields.map(Words.fold).join(" | ")} `;
      haystacks.set(at, text);
    }
    return text;
  };

  // Several words that are one, or that mean what something shorter means: [from, to, tokens].
  const spans = (words) => {
    const found = [];
    const joined = (from, to) => {
      const word = words.slice(from, to).join("");
      const token = tokens.get(Words.stem(word));
      if (token !== undefined) found.push([from, to, token]);
    };
    words.forEach((_, from) => {
      for (let to = from + 2; to <= Math.min(from + 4, words.length); to += 1) joined(from, to);
    });
    for (const { from, to, meaning } of Words.meanings(words.map(Words.stem))) {
      if (tokens.has(meaning)) found.push([from, to, tokens.get(meaning)]);
    }
    return found;
  };

  // A question, or some words of it, may be the very name of works: [from, to, works].
  const namesIn = (words) => words.flatMap((_, from) => {
    const found = [];
    for (let to = from + 1; to <= words.length; to += 1) {
      const at = names.get(words.slice(from, to).join(""));
      if (at) found.push([from, to, at]);
    }
    return found;
  });

  const search = (question) => {
    const asked = Question.parse(question);
    const { words, needed } = asked;
    const size = works.length;
    const scores = new Float64Array(size);
    // A word is had by a work once, however many of its forms are: bits, of at most 31 words.
    const had = new Int32Array(size);
    const bit = (at) => (at < 31 && needed[at] ? 1 << at : 0);
    const weight = [];

    words.forEach((word, at) => {
      const isLast = asked.open && at === words.length - 1;
      const { best, rare } = lookup(`${word} ${isLast}`, () => near(word, isLast));
      weight[at] = rare;
      const part = rare * (needed[at] ? 1 : 0.15);
      for (const [work, score] of best) {
        scores[work] += part * score;
        had[work] |= bit(at);
      }
    });
    const meant = words.map((word) => corrected.get(word) || word);
    for (const [from, to, token] of spans(meant)) {
      const { best, rare } = lookup(`=${token}`, () => [[token, 1]]);
      let bits = 0;
      let own = 0;
      for (let at = from; at < to; at += 1) {
        bits |= bit(at);
        own += needed[at] ? weight[at] : 0;
      }
      const value = to - from > 1 ? Math.max(rare, own) : own;
      for (const [work, score] of best) {
        const missing = (had[work] & bits) !== bits;
        scores[work] += value * score * (missing ? 0.9 : 0.4);
        had[work] |= bits;
      }
    }
    for (const [from, to, at] of namesIn(meant)) {
      let bits = 0;
      let value = 0;
      for (let nth = from; nth < to; nth += 1) {
        bits |= bit(nth);
        value += needed[nth] ? Math.max(weight[nth], 1) : 0.3;
      }
      if (!bits) continue;
      asked.names.push([bits, at]);
      for (const work of at) {
        scores[work] += value * (to - from === words.length ? 3 : 1);
        had[work] |= bits;
      }
    }
    return ranked(asked, scores, had);
  };

  // "GPT-4" is one word of those that a work has or lacks: the bits of each such word.
  const unitsOf = ({ units, needed }) => {
    const bits = new Map();
    units.slice(0, 31).forEach((unit, at) => {
      if (needed[at]) bits.set(unit, (bits.get(unit) || 0) | (1 << at));
    });
    return [...bits.values()];
  };

  // Of works that match as well, what is published, has code and is cited is more likely meant.
  const standing = ({ venue, code, cited }) =>
    1 + (venue < 0 ? 0 : 0.06) + (code ? 0.04 : 0) + 0.06 * Math.log10(1 + Math.max(cited, 0));

  const ranked = (asked, scores, had) => {
    const { words, identifiers, phrases } = asked;
    const units = unitsOf(asked);
    const count = units.length;
    const covered = (at) => units.filter((bits) => (had[at] & bits) === bits).length;
    // A question of names alone ("A vs B") means each work of these names.
    const all = units.reduce((bits, unit) => bits | unit, 0);
    const isNames = asked.names.reduce((bits, [own]) => bits | own, 0) === all;
    for (const [, at] of isNames ? asked.names : []) for (const work of at) had[work] = all;
    // A work that is called by its name is meant, whatever else was said of it.
    const called = new Set(asked.names.flatMap(([, at]) => at));
    const named = identifiers.map(Links.names);
    const isNamed = (at) => named.every((names) => names(works[at]));
    const isSaid = (at) => phrases.every((phrase) => haystack(at).includes(phrase));
    const full = [];
    const most = [];
    for (let at = 0; at < works.length; at += 1) {
      if (words.length && !had[at]) continue;
      const own = covered(at);
      if (own * 2 < count && !called.has(at)) continue;
      if ((named.length && !isNamed(at)) || (phrases.length && !isSaid(at))) continue;
      (own === count ? full : most).push(at);
    }
    // Of two words, one alone is not most of them, unless no work has both.
    const least = full.length ? count / 2 + 0.1 : count / 2;
    const rest = most.filter((at) => covered(at) >= least || called.has(at));
    for (const at of [...full, ...rest]) scores[at] *= standing(works[at]);
    const order = (a, b) => scores[b] - scores[a] || a - b;
    return { full: full.sort(order), most: rest.sort(order) };
  };

  return { ready: Near.ready, search };
})();
