"""python-igraph on a graph written by igraph-peer.ts: `igraph_peer.py GRAPH ANSWERS METHOD SEED...`.

GRAPH: nodes and edges (uint32 each), sources, targets (uint32), weights (float64). Prints times as JSON; ANSWERS gets, for each
seed, an int32 community for each node, or for a layout a float64 pair. Only the method itself is timed.
"""
import array
import json
import random
import statistics
import sys
import time

import igraph

# As in community-contest.ts.
WARM_UPS, BUILDS, SMALL_TIES = 100, 3, 200_000

graph_path, answers_path, method, *seeds = sys.argv[1:]
with open(graph_path, "rb") as file:
    head = array.array("I")
    head.fromfile(file, 2)
    nodes, edges = head
    source, target, weight = array.array("I"), array.array("I"), array.array("d")
    source.fromfile(file, edges)
    target.fromfile(file, edges)
    weight.fromfile(file, edges)
pairs = list(zip(source, target))
weights = list(weight)
# The first graph of a process pays for the start of the library.
for _ in range(WARM_UPS):
    igraph.Graph(n=nodes, edges=pairs[:1000])
builds = []
for _ in range(BUILDS if edges <= SMALL_TIES else 1):
    began = time.process_time()
    graph = igraph.Graph(n=nodes, edges=pairs)
    builds.append(time.process_time() - began)

METHODS = {
    "multilevel": lambda: graph.community_multilevel(weights=weights).membership,
    "leiden-2": lambda: graph.community_leiden("modularity", weights=weights, n_iterations=2).membership,
    "leiden": lambda: graph.community_leiden("modularity", weights=weights, n_iterations=-1).membership,
    "drl": lambda: graph.layout_drl(weights=weights).coords,
    "fruchterman-reingold": lambda: graph.layout_fruchterman_reingold(weights=weights, grid=True, niter=500).coords,
}
runs = []
with open(answers_path, "wb") as file:
    for seed in seeds:
        random.seed(int(seed))
        wall, cpu = time.perf_counter(), time.process_time()
        answer = METHODS[method]()
        runs.append({"seconds": time.perf_counter() - wall, "cpu": time.process_time() - cpu})
        if isinstance(answer[0], int):
            array.array("i", answer).tofile(file)
        else:
            array.array("d", [value for point in answer for value in point]).tofile(file)
json.dump({"version": igraph.__version__, "build": statistics.median(builds), "runs": runs}, sys.stdout)
