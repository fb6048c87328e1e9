// Finds works by words: an inverted index over what the list knows of each work.
//
// A question's words are each looked for as they are, by stem, as beginnings, joined and split, by
// their short and long forms, and misspelt where nothing else is found. Works with all words come
// first, then those with most. Weights: tests/examples/search is what they were chosen by.
"use strict";

self.Index = (() => {
  const WEIGHTS = {
    name: 7, title: 4, firstAuthor: 4, author: 2.2, keyword: 2, topic: 1.8, parent: 1.2, year: 2,
    venue: 2.5, kind: 1.5, affiliation: 1.5, code: 1.2, description: 0.5, part: 0.6,
  };
  // A word in more than one field counts more, but never without bound: W / (W + SATURATED).
  const SATURATED = 4;
  const OPTIONAL = new Set((
    "a about an and any are as at be been between by can compare compared comparison could did do does "
    + "for from has have how i in into is it its me my of on or our over paper papers should so that the "
    + "their them there these they this to us use used using versus via vs was we were what when where "
    + "which who whose why will with without work works would you your et al best good explain explained "
    + "find show list recent latest new method methods approach approaches technique techniques article "
    + "articles original introduced introduce introducing read less more much many make makes need needs"
  ).split(" "));

  const works = self.Works;
  const tokens = new Map(); // a stem, or what several words give joined: its number
  const postings = []; // by that number: the works and the weights there
  const surfaces = new Map(); // a word as it is written, folded: the number of its stem
  const names = new Map(); // a whole name or title without spaces: its works
  let sorted = [];

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
    sorted = [...surfaces.keys()].sort();
    masks = Float64Array.from(sorted, mask);
  };

  // ---- the words that are near to a word ----

  let masks = [];
  // Which letters a word has, as bits: words that differ in many are not compared any further.
  const mask = (word) => {
    let bits = 0;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at) - 97;
      if (code >= 0 && code < 26) bits |= 1 << code;
    }
    return bits;
  };
  const ones = (bits) => {
    let count = 0;
    for (let left = bits; left; left &= left - 1) count += 1;
    return count;
  };

  // How many letters are added, lost, mistaken or swapped, up to `most`; Infinity beyond.
  const distance = (a, b, most) => {
    let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= b.length; j += 1) {
        const same = a[i - 1] === b[j - 1];
        let cost = Math.min(last[j] + 1, next[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        next.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return Infinity;
      [before, last] = [last, next];
    }
    return last[b.length] <= most ? last[b.length] : Infinity;
  };

  const beginningWith = (word) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < word) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (low < sorted.length && sorted[low].startsWith(word)) found.push(sorted[low++]);
    return found;
  };

  const corrected = new Map(); // a misspelt word: the commonest that it may be
  const misspelt = (word, isLast) => {
    const most = word.length > 6 ? 2 : 1;
    const own = mask(word);
    let best = most + 1;
    let found = [];
    sorted.forEach((other, at) => {
      const longer = other.length - word.length;
      if (longer < -most || (longer > most && !isLast)) return;
      const cut = longer > most ? other.slice(0, word.length) : other;
      const bits = cut === other ? masks[at] : mask(cut);
      if (ones(own ^ bits) > 2 * most || /[\p{N}+#]/u.test(cut)) return;
      const away = distance(word, cut, Math.min(most, best)) + (cut === other ? 0 : 0.5);
      if (away < best) [best, found] = [away, []];
      if (away === best && away < Infinity) found.push(other);
    });
    const common = (other) => postings[surfaces.get(other)].works.length;
    corrected.set(word, found.sort((a, b) => common(b) - common(a))[0]);
    return found.map((other) => [surfaces.get(other), best > 1 ? 0.45 : 0.6]);
  };

  // The tokens that a word of a question stands for, each with how surely.
  const near = (word, isLast) => {
    const found = [];
    const exact = tokens.get(Words.stem(word));
    if (exact !== undefined) found.push([exact, 1]);
    const isExact = /[\p{N}+#]/u.test(word);
    if (!isExact || (exact === undefined && isLast)) {
      const least = isLast ? 0.8 : 0.6;
      for (const other of beginningWith(word)) {
        const at = surfaces.get(other);
        if (at !== exact) found.push([at, least * Math.sqrt(word.length / other.length)]);
      }
    }
    const isKnown = found.length || Words.meanings([Words.stem(word)]).length;
    if (!isKnown && !isExact && word.length > 3) found.push(...misspelt(word, isLast));
    return found;
  };

  // ---- searching ----

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

  const QUOTED = /["“”„«»「」]([^"“”„«»「」]*)(["“”„«»「」]|$)/gu;
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
  const phrasesIn = (question) => [...question.matchAll(QUOTED)]
    .map(([, inside, end]) => [Words.fold(inside), end])
    .filter(([inside]) => inside)
    .map(([inside, end]) => ` ${inside}${end ? " " : ""}`);

  // What a question says: identifiers, phrases, and its words with those that it could do without.
  const parse = (question) => {
    const pieces = question.trim().split(/\s+/u).filter(Boolean);
    const whole = question.trim().replace(/^((?:arxiv|doi|acl|s2)\s?[:.]?)\s+(?=\S+$)/i, "$1");
    const single = pieces.length <= 2 && Links.isIdentifier(whole) ? [whole] : [];
    const identifiers = single.length ? single : pieces.filter(Links.isIdentifier);
    const rest = single.length ? "" : pieces.filter((each) => !Links.isIdentifier(each)).join(" ");
    const runs = rest.split(/\s+/u).map(Words.of);
    const words = runs.flat();
    const units = runs.flatMap((run, at) => run.map(() => at));
    const needed = words.map((word) => !OPTIONAL.has(word));
    if (!needed.includes(true)) needed.fill(true);
    return {
      identifiers, words, units, needed, phrases: phrasesIn(rest),
      open: !/\s$/.test(question),
      names: [],
    };
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
    const asked = parse(question);
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

  return { ready: build(), search };
})();
