"""Keyphrases of a JSON Lines file of papers, and the graph of papers and phrases that they make: `keyphrase_peers.py PEER FILE`.
Prints JSON: version, papers, seconds (CPU), megabytes (peak), nodes, edges; exits with 3 where the peer is not installed."""

import json
import resource
import sys
import time
from importlib.metadata import version

PHRASES = 10


def yake_phrases(texts):
    import yake

    extractor = yake.KeywordExtractor(lan="en", n=3, top=PHRASES)
    for text in texts:
        yield [phrase for phrase, _ in extractor.extract_keywords(text)]


def textrank_phrases(texts):
    from summa import keywords

    for text in texts:
        try:
            yield keywords.keywords(text, split=True)[:PHRASES]
        except (IndexError, ZeroDivisionError):
            yield []


def tfidf_phrases(texts):
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = list(texts)
    vectorizer = TfidfVectorizer(ngram_range=(1, 3), stop_words="english")
    weights = vectorizer.fit_transform(texts).tocsr()
    names = vectorizer.get_feature_names_out()
    for row in range(weights.shape[0]):
        start, end = weights.indptr[row], weights.indptr[row + 1]
        best = sorted(zip(-weights.data[start:end], weights.indices[start:end]))[:PHRASES]
        yield [names[column] for _, column in best]


PEERS = {
    "yake": ("yake", yake_phrases),
    "summa": ("summa", textrank_phrases),
    "scikit-learn": ("scikit-learn", tfidf_phrases),
}


def main():
    package, phrases = PEERS[sys.argv[1]]
    with open(sys.argv[2], encoding="utf8") as lines:
        papers = [json.loads(line) for line in lines]
    try:
        import networkx

        known = version(package)
    except ImportError:
        sys.exit(3)
    began = time.process_time()
    graph = networkx.Graph()
    texts = (f"{paper['title']}. {paper['abstract']}" for paper in papers)
    for paper, found in zip(papers, phrases(texts)):
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
