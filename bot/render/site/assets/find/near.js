// Which known words are near to a word: those that begin with it, and those of which it is a slip?
"use strict";

self.Near = (() => {
  const { tokens, postings, surfaces } = self.Postings;
  let sorted = [];
  let masks = [];
  const ready = Postings.ready.then(() => {
    sorted = [...surfaces.keys()].sort();
    masks = Float64Array.from(sorted, mask);
  });

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

  return { ready, near, corrected };
})();
