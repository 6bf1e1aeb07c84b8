#!/usr/bin/python3
"""What patterns mean, in the shortest program that says it: by trial, without a thought for speed.

Writes patterns.jsonl, which the engine must agree with (tests/unit/text_agreement_test.cc): the patterns and texts of the questions in the
given folders, and random mixtures of them. Needs python3-snowballstemmer; only run it again when the meaning of patterns changes:

    tests/data/pattern_reference.py questions [MORE_FOLDERS] > tests/data/patterns.jsonl
"""
import functools
import glob
import json
import random
import re
import sys
import unicodedata

import snowballstemmer

STEM = snowballstemmer.stemmer("english").stemWord
NEAR = 12
HAN = "\u3400-\u9fff"
NEGATIONS = {"not", "no", "never", "cannot", "without", "neither", "nor", "nothing", "不", "没", "无", "非", "未"}
HARMLESS = {"不仅", "不但", "不论", "不同", "不断", "不过", "不管", "无论", "非常", "未来", "notonly", "nomatter"}
CONCEPTS = {}


def norm(text):
    text = unicodedata.normalize("NFKC", text).casefold()
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = "".join(unicodedata.normalize("NFD", c)[0] if "\u00c0" <= c <= "\u024f" else c for c in text).replace("’", "'")
    return re.sub(r"n't(?![a-z0-9_])", " not", text)


def units(text):
    """[(unit, sentence, clause)]"""
    out, sentence, clause = [], 0, 0
    for m in re.finditer(rf"[{HAN}]|[a-z0-9]+(?:\+\+|#)?|[。！？!?；;\n]|\.(?=\s|$)|[,，:：、()]", norm(text)):
        w = m.group()
        if re.fullmatch(r"[。！？!?；;\n.]", w):
            sentence += 1
            clause += 1
        elif re.fullmatch(r"[,，:：、()]", w):
            clause += 1
        else:
            out.append((w, sentence, clause))
    return out


def width(us, lo, hi):
    return sum(2 if us[i][0].isascii() else 1 for i in range(lo, hi))


def pieces(atom):
    return re.findall(rf"[{HAN}]|=?[a-z0-9]+(?:\+\+|#)?\*?", norm(atom))


def one_slip(a, b):
    if abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return a[i + 1:] == b[i + 1:] or a[i:] == b[i + 1:] or a[i + 1:] == b[i:] or (a[i:i + 2] == b[i:i + 2][::-1] and a[i + 2:] == b[i + 2:])


@functools.lru_cache(None)
def same(piece, w):
    if piece.startswith("="):
        return piece[1:] == w
    if piece.endswith("*"):
        return w.startswith(piece[:-1]) or STEM(w).startswith(piece[:-1])
    if piece == w:
        return True
    if piece.isalpha() and w.isalpha() and piece.isascii() and w.isascii():
        return STEM(piece) == STEM(w) or (len(piece) >= 5 and len(w) >= 4 and one_slip(piece, w))
    return False


class TooLong(Exception):
    """Trial takes exponential time; such pairs are left out of the record."""


class Pattern:
    def __init__(self, source):
        self.parts, self.forbidden, self.negative = [], [], False
        for part in source.split(" & "):
            groups = [[]]
            for token in part.split():
                if token == ">":
                    groups.append([])
                    continue
                atoms = []
                for a in token.lstrip("!").split("|"):
                    atoms += [pieces(s) for s in (CONCEPTS[a[1:]] if a.startswith("$") else [a])]
                assert all(atoms), source
                if token[0] == "!":
                    self.forbidden.append(atoms)
                else:
                    groups[-1].append(atoms)
                    self.negative |= any(u.lstrip("=") in NEGATIONS for a in atoms for u in a)
            assert all(groups), source
            self.parts.append(groups)

    @staticmethod
    def occurrences(atoms, us, lo, hi):
        return [(i, i + len(a)) for a in atoms for i in range(lo, hi - len(a) + 1) if all(same(p, us[i + j][0]) for j, p in enumerate(a))]

    def part(self, groups, us, lo, hi):
        terms = [(g, self.occurrences(t, us, lo, hi)) for g, group in enumerate(groups) for t in group]
        if not all(o for _, o in terms):
            return None

        steps = 0

        def search(k, chosen):
            nonlocal steps
            steps += 1
            if steps > 20000:
                raise TooLong
            if k == len(terms):
                spans = sorted(s for _, s in chosen)
                if any(width(us, a[1], b[0]) > NEAR for a, b in zip(spans, spans[1:])):
                    return None
                return spans[0][0], max(s[1] for s in spans)
            g, found = terms[k]
            for o in found:
                if all((h < g and s[0] < o[0]) or (h == g and (s[1] <= o[0] or o[1] <= s[0])) for h, s in chosen):
                    r = search(k + 1, chosen + [(g, o)])
                    if r:
                        return r
            return None

        return search(0, [])

    def find(self, us):
        lo = 0
        while lo < len(us):
            hi = lo
            while hi < len(us) and us[hi][1] == us[lo][1]:
                hi += 1
            spans = [self.part(g, us, lo, hi) for g in self.parts]
            if all(spans):
                a, b = min(s[0] for s in spans), max(s[1] for s in spans)
                flo, fhi = (lo, hi) if len(self.parts) > 1 else (max(lo, a - 3), b)
                if not any(self.occurrences(f, us, flo, fhi) for f in self.forbidden):
                    return a, b
            lo = hi
        return None

    def negated(self, us, span):
        if self.negative:
            return False
        n = 0
        for i in range(max(0, span[0] - 3), span[1]):
            if us[i][2] != us[span[0]][2] and i < span[0]:
                continue
            n += us[i][0] in NEGATIONS and not (i + 1 < len(us) and us[i][0] + us[i + 1][0] in HARMLESS)
        return n % 2 == 1


def shown(us):
    out = ""
    for before, (w, sentence, clause) in zip([None] + us, us):
        out += ("" if before is None else " | " if before[1] != sentence else ", " if before[2] != clause else " ") + w
    return out


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for v in value.values() if isinstance(value, dict) else value:
            yield from strings(v)


def collect(value, patterns, texts):
    if isinstance(value, list):
        for v in value:
            collect(v, patterns, texts)
    elif isinstance(value, dict):
        for key, v in value.items():
            if key in ("any", "right", "wrong") and isinstance(v, list) and all(isinstance(x, str) for x in v):
                patterns.update(dict.fromkeys(v))
            elif key in ("answer", "text", "why", "prompt", "explanation"):
                texts.update(dict.fromkeys(s for s in strings(v) if len(s) > 12))
                collect(v, patterns, texts)
            else:
                collect(v, patterns, texts)


def random_pattern(rng, tokens):
    def group():
        return [rng.choice(tokens) for _ in range(rng.choice((1, 1, 2, 2, 3)))] + ["!" + rng.choice(tokens)] * (rng.random() < 0.15)

    def part():
        return " > ".join(" ".join(group()) for _ in range(rng.choice((1, 1, 2, 3))))

    return " & ".join(part() for _ in range(rng.choice((1, 1, 1, 2))))


def slip(rng, word):
    i = rng.randrange(len(word))
    return rng.choice((word[:i] + word[i + 1:], word[:i] + rng.choice("aeinrst") + word[i:], word[:i] + word[i:i + 2][::-1] + word[i + 2:]))


def random_text(rng, fragments):
    out = ""
    for _ in range(rng.randint(3, 25)):
        f = rng.choice(fragments)
        if f.isascii() and rng.random() < 0.1:
            f = slip(rng, f)
        if rng.random() < 0.1:
            f = rng.choice(("not", "no", "doesn't", "不", "没", "不仅", "非常", "isn’t", "not only", "ＮＯＴ"))
        out += f + rng.choice(("", " ", " ", " ", "，", ", ", "。", ". ", "\n", "_"))
    return out


def main():
    rng = random.Random(1)
    patterns, texts = {}, {}
    for folder in sys.argv[1:]:
        for file in sorted(glob.glob(folder + "/*/*.json")):
            collect(json.load(open(file, encoding="utf-8")), patterns, texts)
        for name, concept in json.load(open(folder + "/glossary.json", encoding="utf-8"))["concepts"].items():
            CONCEPTS[name] = concept["says"]
    tokens = [t.lstrip("!") for p in patterns for t in p.split() if t not in ("&", ">")]
    fragments = [w for t in list(texts) for w in re.findall(r"[\u4e00-\u9fff]{1,4}|[A-Za-z_+#'’]+|\d+", t)]
    fragments += [s for t in tokens for a in t.split("|") for s in (CONCEPTS[a[1:]] if a[0] == "$" else [a.strip("=*")])]
    texts = rng.sample(list(texts), 200) + [random_text(rng, fragments) for _ in range(150)]
    patterns = rng.sample(list(patterns), 300) + [random_pattern(rng, tokens) for _ in range(200)]

    def put(line):
        print(json.dumps(line, ensure_ascii=False, separators=(",", ":")))

    for name, says in CONCEPTS.items():
        put({"concept": name, "says": says})
    for p in patterns:
        put({"pattern": p})
    compiled = [Pattern(p) for p in patterns]
    for text in texts:
        us = units(text)
        found, unknown = [], []
        for i, p in enumerate(compiled):
            try:
                span = p.find(us)
                if span:
                    found.append([i, *span, int(p.negated(us, span))])
            except TooLong:
                unknown.append(i)
        put({"text": text, "units": shown(us), "found": found, "unknown": unknown})


main()
