"""Workload w8 in scikit-learn and openTSNE, those of them that this Python has: 2,000 points in 64 dimensions, 1,000
iterations, start to end. One JSON line each. THREADS and ROUNDS (3) from the environment."""
import json
import os
import time
import warnings

threads, rounds = int(os.environ.get("THREADS", "2")), int(os.environ.get("ROUNDS", "3"))
os.environ["OMP_NUM_THREADS"] = str(threads)
os.environ.setdefault("OPENBLAS_NUM_THREADS", str(threads))
import numpy as np

warnings.filterwarnings("ignore")
random = np.random.default_rng(0)
centres = 3 * random.normal(size=(10, 64))
points = (centres[random.integers(0, 10, 2000)] + random.normal(size=(2000, 64))).astype(np.float32)


def scikit_learn():
    import sklearn
    from sklearn.manifold import TSNE

    settings = dict(n_components=2, perplexity=30, init="pca", learning_rate="auto", n_jobs=threads, random_state=0)
    iterations = "max_iter" if "max_iter" in TSNE.__init__.__code__.co_varnames else "n_iter"  # renamed in 1.5

    def run():
        return TSNE(**settings, **{iterations: 1000}).fit(points).kl_divergence_

    return "scikit-learn " + sklearn.__version__, run


def open_tsne():
    import openTSNE

    settings = dict(perplexity=30, initialization="pca", early_exaggeration_iter=250, n_iter=750, n_jobs=threads, random_state=0)

    def run():
        return openTSNE.TSNE(**settings).fit(points).kl_divergence

    return "openTSNE " + openTSNE.__version__, run


for peer in (scikit_learn, open_tsne):
    try:
        name, run = peer()
    except ImportError:
        continue
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        divergence = run()
        times.append(time.perf_counter() - start)
    times.sort()
    print(json.dumps({"workload": "w8", "program": name, "seconds": round(times[len(times) // 2], 3), "best_seconds": round(times[0], 3),
                      "divergence": round(float(divergence), 4), "threads": threads}), flush=True)
