"""Keyphrases of a JSON Lines file of papers, and the graph of papers and phrases that they make: `keyphrase_peers.py PEER FILE`.
Prints JSON: version, papers, seconds (CPU), megabytes (peak), nodes, edges; exits with 3 where the peer is not installed.
Nothing is imported while the clock runs."""

import json
import resource
import sys
import time
from importlib import import_module
from importlib.metadata import version

PHRASES = 10


def yake_phrases(yake, texts):
    extractor = yake.KeywordExtractor(lan="en", n=3, top=PHRASES)
    for text in texts:
        yield [phrase for phrase, _ in extractor.extract_keywords(text)]


def textrank_phrases(summa, texts):
    for text in texts:
        try:
            yield summa.keywords(text, split=True)[:PHRASES]
        except (IndexError, ZeroDivisionError):
            yield []


def tfidf_phrases(sklearn, texts):
    texts = list(texts)
    vectorizer = sklearn.TfidfVectorizer(ngram_range=(1, 3), stop_words="english")
    weights = vectorizer.fit_transform(texts).tocsr()
    names = vectorizer.get_feature_names_out()
    for row in range(weights.shape[0]):
        start, end = weights.indptr[row], weights.indptr[row + 1]
        best = sorted(zip(-weights.data[start:end], weights.indices[start:end]))[:PHRASES]
        yield [names[column] for _, column in best]


PEERS = {
    "yake": ("yake", yake_phrases),
    "summa": ("summa.keywords", textrank_phrases),
    "scikit-learn": ("sklearn.feature_extraction.text", tfidf_phrases),
}


def main():
    package = sys.argv[1]
    module, phrases = PEERS[package]
    with open(sys.argv[2], encoding="utf8") as lines:
        papers = [json.loads(line) for line in lines]
    try:
        import networkx

        peer = import_module(module)
        known = version(package)
    except ImportError:
        sys.exit(3)
    began = time.process_time()
    graph = networkx.Graph()
    texts = (f"{paper['title']}. {paper['abstract']}" for paper in papers)
    for paper, found in zip(papers, phrases(peer, texts)):
        for phrase in found:
            graph.add_edge(("paper", paper["id"]), ("concept", phrase.lower()))
    print(
        json.dumps(
            {
                "version": known,
                "papers": len(papers),
                "seconds": time.process_time() - began,
                "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
                "nodes": graph.number_of_nodes(),
                "edges": graph.number_of_edges(),
            }
        )
    )


main()
