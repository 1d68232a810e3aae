"""Workload w7 in gensim, and its quality.
    gensim_word_vectors.py                          words a second, one JSON line; THREADS and ROUNDS from the environment
    gensim_word_vectors.py train TEXT OUT [epochs]  trains on a file as bench_word_vectors does
    gensim_word_vectors.py judge WORDS FILE...      judges vectors by the similarity and analogy sets under WORDS"""
import json
import os
import sys
import time

threads = int(os.environ.get("THREADS", "2"))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import gensim
import numpy as np
from gensim.models import KeyedVectors, Word2Vec
from gensim.models.word2vec import FAST_VERSION

settings = dict(vector_size=100, window=5, min_count=5, sg=1, negative=5, workers=threads)


def speed():
    random = np.random.default_rng(0)
    vocabulary, words = 20_000, 1_000_000
    share = 1 / np.arange(1, vocabulary + 1)
    ids = random.choice(vocabulary, words, p=share / share.sum())
    sentences = [["w%d" % w for w in ids[i:i + 20]] for i in range(0, words, 20)]
    model = Word2Vec(**settings, sample=0, batch_words=10_000)
    model.build_vocab(sentences)
    rates = []
    for _ in range(int(os.environ.get("ROUNDS", "3"))):
        start = time.perf_counter()
        model.train(sentences, total_examples=model.corpus_count, epochs=1)
        rates.append(words / (time.perf_counter() - start))
    rates.sort()
    print(json.dumps({"workload": "w7", "program": "gensim " + gensim.__version__, "words_per_s": round(rates[len(rates) // 2]),
                      "best_words_per_s": round(rates[-1]), "threads": threads, "fast_version": FAST_VERSION,
                      "vocabulary": len(model.wv)}))


def train(text, out, epochs=5):
    with open(text) as file:
        sentences = [line.split() for line in file]
    start = time.perf_counter()
    model = Word2Vec(sentences, **settings, sample=1e-3, epochs=int(epochs), seed=int(os.environ.get("SEED", "1")))
    print(f"{time.perf_counter() - start:.1f} s", file=sys.stderr)
    model.wv.save_word2vec_format(out)


def judge(words, *files):
    for name in files:
        vectors = KeyedVectors.load_word2vec_format(name)
        marks = {}
        for pairs in ("EN-WS-353-ALL", "EN-MEN-TR-3k", "EN-SIMLEX-999"):
            _, spearman, missing = vectors.evaluate_word_pairs(os.path.join(words, "word-sim", pairs + ".txt"))
            marks[pairs] = f"{spearman[0]:.3f} ({100 - missing:.0f} % known)"
        score, sections = vectors.evaluate_word_analogies(os.path.join(words, "questions-words.txt"), restrict_vocab=len(vectors))
        asked = sum(len(s["correct"]) + len(s["incorrect"]) for s in sections if s["section"] != "Total accuracy")
        marks["analogies"] = f"{100 * score:.1f} % of {asked}"
        print(name, marks)


if len(sys.argv) > 1:
    {"train": train, "judge": judge}[sys.argv[1]](*sys.argv[2:])
else:
    speed()
