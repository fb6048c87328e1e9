// What does a question say: identifiers, phrases, and words, some of which it could do without?
"use strict";

self.Question = (() => {
  const OPTIONAL = new Set((
    "a about an and any are as at be been between by can compare compared comparison could did do does "
    + "for from has have how i in into is it its me my of on or our over paper papers should so that the "
    + "their them there these they this to us use used using versus via vs was we were what when where "
    + "which who whose why will with without work works would you your et al best good explain explained "
    + "find show list recent latest new method methods approach approaches technique techniques article "
    + "articles original introduced introduce introducing read less more much many make makes need needs"
  ).split(" "));


  const QUOTED = /["“”„«»「」]([^"“”„«»「」]*)(["“”„«»「」]|$)/gu;
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

  return { parse };
})();
