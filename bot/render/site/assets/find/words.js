// Reads texts and questions as words: folded as bot/text/fold.py does, stemmed, split and joined.
//
// Works and questions pass through the same functions, so one always meets the other.
"use strict";

self.Words = (() => {
  // ---- folding: the same as bot/text/fold.py, held to it by tests/site/test_words.py ----

  const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
  const KEPT = /[\p{L}\p{N}\p{M}+#]/u;
  const WORD = /[^\s+#]+(?:\+\+|[+#](?![^\s+#]))?/gu;
  const LONE_GREEK = /(?<![α-ω])[α-ω](?![α-ω])/gu;

  // What JavaScript has no word for: "casefold" is lower case of upper case of lower case.
  const caseless = (text) =>
    text.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
  const letter = (char) =>
    LIST.spelled[char] ?? (/[\u0300-\u036f]/.test(char) ? "" : KEPT.test(char) ? char : " ");

  const fold = (text) => {
    let folded = text.replace(/\s/gu, " ").replace(HIDDEN, "").toLowerCase();
    if (!/^[a-z0-9 ]*$/.test(folded)) {
      folded = caseless(folded.normalize("NFKD")).normalize("NFKD");
      folded = Array.from(folded, letter).join("");
      folded = folded.replace(LONE_GREEK, (char) => LIST.greek[char] ?? char).normalize("NFC");
    }
    return (folded.match(WORD) || []).join(" ");
  };

  // ---- stems: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980) ----

  const C = "[^aeiou][^aeiouy]*";
  const V = "[aeiouy][aeiou]*";
  const [SOME, ONE, TWO] = [`^(${C})?${V}${C}`, `^(${C})?${V}${C}(${V})?$`, `^(${C})?${V}${C}${V}${C}`]
    .map((pattern) => new RegExp(pattern));
  const VOWEL = new RegExp(`^(${C})?[aeiouy]`);
  const CVC = new RegExp(`^${C}[aeiouy][^aeiouwxy]$`);
  const ENDINGS = [
    [/(ational|ation|ator)$/, "ate"], [/(ization|isation|izer|iser)$/, "ize"], [/tional$/, "tion"],
    [/enci$/, "ence"], [/anci$/, "ance"], [/bli$/, "ble"], [/alli$/, "al"], [/entli$/, "ent"],
    [/eli$/, "e"], [/ousli$/, "ous"], [/(alism|aliti)$/, "al"], [/(iveness|iviti)$/, "ive"],
    [/fulness$/, "ful"], [/ousness$/, "ous"], [/biliti$/, "ble"], [/logi$/, "log"], [/(?<=[cdeghkmnrt])li$/, ""],
  ];
  const ENDINGS_2 = [[/(icate|iciti|ical)$/, "ic"], [/(ative|ful|ness)$/, ""], [/alize$/, "al"], [/iti$/, ""]];
  const LAST = /(ement|ment|ance|ence|able|ible|ant|ent|ism|ate|iti|ous|ive|ize|ise|er|al|ic|ou)$/;

  const replaced = (word, endings, when) => {
    for (const [ending, by] of endings) {
      const found = ending.exec(word);
      if (found) {
        const rest = word.slice(0, found.index);
        return when.test(rest) ? rest + by : word;
      }
    }
    return word;
  };

  const withoutPast = (word) => {
    if (word.endsWith("eed")) return SOME.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
    const found = /(ed|ing)$/.exec(word);
    if (!found || !VOWEL.test(word.slice(0, found.index))) return word;
    const rest = word.slice(0, found.index);
    if (/(at|bl|iz|is)$/.test(rest)) return `${rest}e`;
    if (/([^aeiouylsz])\1$/.test(rest)) return rest.slice(0, -1);
    return CVC.test(rest) ? `${rest}e` : rest;
  };

  const stemmed = (word) => {
    let stem = word.replace(/(ss|i)es$/, "$1").replace(/([^s])s$/, "$1");
    stem = withoutPast(stem);
    if (stem.endsWith("y") && VOWEL.test(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
    // Longer endings first, as they stand in ENDINGS; "ization" has to come before "ation".
    stem = replaced(stem, [ENDINGS[1], ENDINGS[0], ...ENDINGS.slice(2)], SOME);
    stem = replaced(stem, ENDINGS_2, SOME);
    const last = LAST.exec(stem) || /(?<=[st])(ion)$/.exec(stem);
    if (last && TWO.test(stem.slice(0, last.index))) stem = stem.slice(0, last.index);
    if (stem.endsWith("e")) {
      const rest = stem.slice(0, -1);
      if (TWO.test(rest) || (SOME.test(rest) && !(ONE.test(rest) && CVC.test(rest)))) stem = rest;
    }
    return stem.endsWith("ll") && TWO.test(stem) ? stem.slice(0, -1) : stem;
  };

  const stems = new Map();
  const stem = (word) => {
    if (!/^[a-z]{4,}$/.test(word)) return word;
    let found = stems.get(word);
    if (found === undefined) stems.set(word, (found = stemmed(word)));
    return found;
  };

  // ---- words ----

  // Chinese and Japanese put no spaces between words: each pair of characters is one.
  const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;
  const IS_UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
  const pairs = (run) => {
    const chars = [...run];
    return chars.length < 2 ? chars : chars.slice(1).map((char, at) => chars[at] + char);
  };
  const spaced = (word) =>
    (word.match(UNSPACED) || []).flatMap((run) => (IS_UNSPACED.test(run) ? pairs(run) : [run]));
  const of = (text) => {
    const words = fold(text).split(" ").filter(Boolean);
    return words.every((word) => /^[\x00-\x7f]*$/.test(word)) ? words : words.flatMap(spaced);
  };

  // "PagedAttention" is Paged and Attention, "KVCache" KV and Cache, "GPT4" GPT and 4.
  const PARTS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu;
  const parts = (text) => {
    const found = [];
    for (const run of text.match(/[\p{L}\p{N}\p{M}]{4,}/gu) || []) {
      if (/^(\p{Lu}?\p{Ll}+|\p{Lu}+s?|\p{N}+)$/u.test(run)) continue;
      const pieces = run.match(PARTS) || [];
      found.push(...pieces.filter((piece) => piece.length > 2 || /^\p{Lu}{2}$/u.test(piece)));
    }
    return found.flatMap(of);
  };

  // ---- short and long forms of one thing ----

  const forms = new Map();
  LIST.acronyms.forEach((line, at) => {
    for (const form of line.split("|")) {
      const words = form.split(" ").map(stem);
      forms.set(words[0], [...(forms.get(words[0]) || []), { words, meaning: `=${at}` }]);
    }
  });
  // Where in these stems stands a form of which meaning?
  const meanings = (stemsOf) =>
    stemsOf.flatMap((first, from) => (forms.get(first) || [])
      .filter(({ words }) => words.every((word, at) => stemsOf[from + at] === word))
      .map(({ words, meaning }) => ({ from, to: from + words.length, meaning })));

  // The words of all forms of a meaning: a text with one of them is also found by the others'.
  const spelledOut = (meaning) =>
    LIST.acronyms[meaning.slice(1)].split("|").flatMap((form) => form.split(" "));

  return { fold, stem, of, parts, meanings, spelledOut };
})();
