import type { Random } from '../random.ts';
import type { Network } from './network.ts';

/** What a move must gain, in units of weight, to be one: less is rounding. */
const LEAST_GAIN = 1e-10;

/**
 * Leiden's fast local moving, in place: each node, taken from a queue in random order, moves to the community of
 * the greatest gain
 *
 *     w_ic - resolution k_i K_c / 2m
 *
 * (w_ic the weight of its ties into c, k_i its strength, K_c that of c without it), an empty one included; then
 * its neighbours outside that community are looked at again. Communities are below `network.nodes`. Returns
 * whether any node moved.
 */
export function moveNodes(
  network: Network,
  communityOf: Int32Array,
  resolution: number,
  random: Random,
): boolean {
  const { nodes, start, column, weight, strength, total } = network;
  const ofCommunity = new Float64Array(nodes);
  const size = new Uint32Array(nodes);
  for (let node = 0; node < nodes; node++) {
    ofCommunity[communityOf[node]!]! += strength[node]!;
    size[communityOf[node]!]! += 1;
  }
  const empty: number[] = [];
  for (let community = nodes - 1; community >= 0; community--)
    if (size[community] === 0) empty.push(community);

  const queue = shuffledNodes(nodes, random);
  const waiting = new Uint8Array(nodes).fill(1);
  const into = new Float64Array(nodes);
  const met = new Uint32Array(nodes);
  let head = 0;
  let length = nodes;
  let moved = false;
  while (length > 0) {
    const node = queue[head]!;
    head = head + 1 === nodes ? 0 : head + 1;
    length--;
    waiting[node] = 0;
    const own = communityOf[node]!;
    let count = 0;
    for (let i = start[node]!; i < start[node + 1]!; i++) {
      const community = communityOf[column[i]!]!;
      if (into[community] === 0) met[count++] = community;
      into[community]! += weight[i]!;
    }
    const null_ = (resolution * strength[node]!) / total;
    const stay = into[own]! - null_ * (ofCommunity[own]! - strength[node]!);
    let best = own;
    let most = stay;
    for (let m = 0; m < count; m++) {
      const community = met[m]!;
      if (community === own) continue;
      const gain = into[community]! - null_ * ofCommunity[community]!;
      if (gain > most + LEAST_GAIN) {
        best = community;
        most = gain;
      }
    }
    if (most < -LEAST_GAIN && size[own]! > 1) best = empty.pop()!;
    for (let m = 0; m < count; m++) into[met[m]!] = 0;
    if (best === own) continue;

    moved = true;
    ofCommunity[own]! -= strength[node]!;
    ofCommunity[best]! += strength[node]!;
    size[best]! += 1;
    size[own]! -= 1;
    if (size[own] === 0) empty.push(own);
    communityOf[node] = best;
    for (let i = start[node]!; i < start[node + 1]!; i++) {
      const other = column[i]!;
      if (waiting[other] === 1 || communityOf[other] === best) continue;
      waiting[other] = 1;
      queue[(head + length) % nodes] = other;
      length++;
    }
  }
  return moved;
}

export function shuffledNodes(nodes: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: nodes }, (_, node) => node);
  for (let i = nodes - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const other = order[j]!;
    order[j] = order[i]!;
    order[i] = other;
  }
  return order;
}
