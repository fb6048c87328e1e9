// Finds the works that a pasted link or identifier names.
//
// bot/identify tells which work any link is. Here it is enough to tell which of the list's own
// works a link names, so each known identifier is looked for in the text; tests/site/test_words.py
// holds both to the same table of links.
"use strict";

self.Links = (() => {
  const FAMILIES = "arxiv|openreview|acl|usenix|pmlr|jmlr|neurips|mlsys|cvf|s2|github|doi"
    + "|aaai|ecva|hal|ieee|isca|kdd|mdpi|ojs|pii|pmc|pmid|vldb";
  const IDENTIFIER = new RegExp(
    `^(?:https?:/|//|www\\.|git@|(?:git|ssh)(?:\\+\\w+)?://|(?:${FAMILIES}|corpus_?id|pmcid):`
    + "|10\\.\\d{4,9}/|\\d{4}\\.\\d{4,5}(?:v\\d+)?$|[a-z-]+(?:\\.[a-z]{2})?/\\d{7}(?:v\\d+)?$"
    + "|\\d{4}\\.[a-z]\\w*-\\w+\\.\\d+$|[\\w-]+(?:\\.[\\w-]+)+/)", "i",
  );
  const clipped = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replace(/^[<("'\[]+|[>)"'\],;:.]+$/g, "");
  const isIdentifier = (text) => IDENTIFIER.test(clipped(text));

  const decoded = (text) => {
    try { return decodeURIComponent(text); } catch { return text; }
  };
  // Letters and digits beside it would make another identifier of it.
  const holds = (text, value, before = /[\p{L}\p{N}]/u, after = /[\p{L}\p{N}]/u) => {
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
      const [left, right] = [text.slice(0, at), text.slice(at + value.length)];
      if (!before.test(left.slice(-1)) && !after.test(right.slice(0, 1))) return right || " ";
    }
    return "";
  };

  // Sites whose addresses hold the end of the DOI alone.
  const TAILS = new RegExp(
    "nature\\.com|zenodo|ssrn|acm\\.org|rxiv|osf\\.io|preprints|researchsquare|elife|peerj|ijcai|isca-"
    + "|sciencedirect|bmj\\.com|rsc\\.org|projecteuclid|hindawi|jstor|copernicus",
  );
  // A number that one of these gave means nothing on the site of another.
  const SERVER = /\/(zenodo|ssrn|ijcai|elife|peerj|techrxiv|preprints)/;
  const isElsewhere = (value, lower) => !lower.includes(SERVER.exec(value)?.[1] ?? "");
  const tailOf = (value) => value.slice(value.indexOf("/") + 1)
    .replace(/^(?:zenodo|ssrn|ijcai|elife|peerj(?:-cs|\.preprints)?|techrxiv|osf\.io\/|preprints|rs\.3)[.]?/, "")
    .replace(/^interspeech\.[0-9]+-|[/.]?v1$/g, "");
  // The first version stands for all, where none does.
  const unversioned = (value) => value.replace(/^(10\.21203\/.+)\/v1$|^(10\.12688\/.+)\.1$/, "$1$2");
  const THREAD = /^(?:\.git)?\/(?:(?:issues|pull|discussions)\/.|(?:blob|raw)\/(?![^/]+\/readme[^/]*$))/i;
  const byFamily = {
    arxiv: ({ arxiv }, value) => holds(arxiv, value, /[\p{L}\p{N}.]/u, /[0-9a-uw-z]/),
    doi: ({ lower, signed }, value) => {
      const bare = unversioned(value);
      const rest = holds(lower, bare, /[0-9]/, /[0-9a-uw-z_()<>-]/);
      if (rest) return bare !== value || !/^\.[0-9]|^\/[0-9]{1,4}(?![0-9])/.test(rest);
      if (!TAILS.test(lower) || isElsewhere(value, lower)) return false;
      return holds(signed, unsigned(tailOf(value)), undefined, /[0-9a-uw-z]/);
    },
    github: ({ lower, isBare }, value) => {
      if (!/(?:^|[/.@])github(?:\.com|:)/.test(lower) && !isBare) return false;
      const rest = holds(lower, value, /[\w.-]/, /[\w-]/);
      return rest && !THREAD.test(rest) && !/^\.(?!git(?:\W|$))\w/.test(rest);
    },
    openreview: ({ text }, value) => /openreview/i.test(text)
      && !text.includes("/references/") && holds(text, value, /[\w-]/, /[\w-]/),
    cvf: ({ text }, value) => {
      const [series, year] = value.match(/^[A-Z]+|[0-9]{4}/g);
      const rest = holds(text, value.split("/").pop(), /\w/, /[\p{L}\p{N}]/u);
      return rest && (text.startsWith("cvf:") ? text.includes(`${series}${year}`)
        : new RegExp(`^_${series}W?_${year}_`).test(rest));
    },
    s2: ({ lower }, value) => holds(lower, value.toLowerCase()) || (value.startsWith("CorpusID:")
      && /corpus_?id/.test(lower) && holds(lower, value.slice("CorpusID:".length))),
    usenix: ({ lower }, value) => {
      const [meeting, name] = value.split("/");
      const short = meeting.replace("usenixsecurity", "sec");
      return /usenix/.test(lower) && (lower.includes(meeting) || lower.includes(short))
        && holds(lower.replaceAll("_", " "), name, /[\p{L}\p{N}]/u, /[\p{L}\p{N}]/u);
    },
    neurips: ({ lower }, value) => value.split("/").every((part) => holds(lower, part)),
  };
  // Of these, one part of the id, on a site of the family, is enough.
  const SITES = {
    aaai: /aaai|^ojs/, ecva: /ecva/, hal: /hal|archives-ouvertes/, ieee: /ieee/, isca: /isca/,
    kdd: /kdd/, mdpi: /mdpi/, ojs: /article|\/paper\//, pii: /pii|elsevier|sciencedirect|cell\.com/,
    pmc: /pmc/, pmid: /pubmed|pmid|europepmc/, vldb: /vldb/,
  };
  for (const [family, site] of Object.entries(SITES)) {
    byFamily[family] = ({ lower, signed }, value) => {
      const [rest, last] = value.toLowerCase().replace(/^pmc/, "").match(/^(.*?)([^/]*)$/).slice(1);
      return site.test(lower) && rest.split("/").every((part) => lower.includes(part))
        && holds(signed, last, /[\p{L}1-9]/u, /[0-9a-uw-z]/);
    };
  }
  byFamily.mlsys = byFamily.neurips;
  const volume = ({ lower }, value) => {
    const [number, name] = value.toLowerCase().split("/");
    return holds(lower.replace("volume", "v"), number) && holds(lower, name);
  };
  byFamily.pmlr = volume;
  byFamily.jmlr = volume;
  byFamily.acl = ({ lower }, value) =>
    holds(lower, value.toLowerCase(), /[\p{L}\p{N}]/u, /[0-9a-uw-z]/);

  const plain = (url) => url.toLowerCase().replace(/^https?:\/\/(www\.)?|^www\./, "")
    .replace(/[?&](utm_\w+|fbclid|gclid|ref)=[^&#]*/g, "").replace(/#.*$|[/?]+$/g, "");

  const known = new Map(); // the works' own addresses, made plain once
  const addresses = (work) => {
    let own = known.get(work);
    if (!own) known.set(work, (own = [work.paper, work.code].filter(Boolean).map(plain)));
    return own;
  };

  // An item identifier is written with its signs or without; numbers are padded or not.
  const unsigned = (text) => text.replace(/(?<=[\dx])[()-]+(?=[\dx])/g, "");
  const names = (text) => {
    const whole = decoded(clipped(text)).trim();
    const lower = whole.toLowerCase();
    const asked = {
      text: whole,
      lower,
      // A page of Copernicus has the parts of its DOI's end in its host and its path.
      signed: unsigned(lower.replace(
        /([\w-]+)\.copernicus\.org\/articles\/([\w-]+)\/([0-9]+)\/([0-9]{4})/, "/$1-$2-$3-$4",
      )).replace(/\bpii|\bpmc|(?<=\/)0+(?=[1-9][0-9]{0,3}(?:\.pdf)?$)/g, ""),
      // "math.GT/0309136" is math/0309136; "arXiv.2309.06180" has the id behind its full stop.
      // DBLP has hyphens in its place, and an astronomer's key nothing.
      arxiv: lower.replace(/\b([a-z-]+)\.[a-z]{2}\/(?=[0-9]{7})/, "$1/").replaceAll("arxiv.", "arxiv:")
        .replace(/abs-([0-9]{4})-([0-9]{4,5})/, "$1.$2").replace(/abs-([a-z-]+)-([0-9]{7})/, "$1/$2")
        .replace(/\/[0-9]{4}arxiv([0-9]{4})([0-9]{5})[a-z]/, "/$1.$2"),
      isBare: /^[\w-]+\/[\w.-]+$/.test(whole),
    };
    const address = plain(whole);
    return (work) => work.ids.some((id) => {
      const at = id.indexOf(":");
      return byFamily[id.slice(0, at)]?.(asked, id.slice(at + 1));
    }) || addresses(work).includes(address)
      || (work.code.startsWith("https://github.com/")
        && byFamily.github(asked, work.code.slice("https://github.com/".length).toLowerCase()));
  };

  return { isIdentifier, names };
})();
