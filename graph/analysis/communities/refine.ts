import type { Random } from '../random.ts';
import { shuffledNodes } from './move-nodes.ts';
import { eachAlone, type Network } from './network.ts';

/**
 * Leiden's refinement (Traag, Waltman and van Eck 2019, algorithm A.2): within each community of the partition
 * nodes start alone and join parts that they are tied to, never losing quality, each part with a probability
 * proportional to exp(gain / theta), gains in units of the mean tie. Only nodes and parts that are well
 * connected to the rest of their community take part. Returns a part for each node, below `network.nodes`; every
 * part is connected and lies within one community.
 */
export function refine(
  network: Network,
  communityOf: Int32Array,
  resolution: number,
  theta: number,
  random: Random,
): Int32Array {
  const { nodes, start, column, weight, strength, total } = network;
  const partOf = eachAlone(nodes);
  const ofCommunity = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++) ofCommunity[communityOf[node]!]! += strength[node]!;
  /** Of each part: its strength, its ties to the rest of its community, its nodes. */
  const ofPart = strength.slice();
  const outward = new Float64Array(nodes);
  const size = new Uint32Array(nodes).fill(1);
  for (let node = 0; node < nodes; node++) {
    const community = communityOf[node]!;
    const end = start[node + 1]!;
    let inside = 0;
    for (let i = start[node]!; i < end; i++) {
      if (communityOf[column[i]!] === community) inside += weight[i]!;
    }
    outward[node] = inside;
  }
  const wellTied = (part: number, community: number): boolean =>
    outward[part]! >= (resolution * ofPart[part]! * (ofCommunity[community]! - ofPart[part]!)) / total;

  const meanTie = column.length === 0 ? 1 : weight.reduce((sum, value) => sum + value, 0) / column.length;
  const into = new Float64Array(nodes);
  const met = new Uint32Array(nodes);
  const gains = new Float64Array(nodes);
  const order = shuffledNodes(nodes, random);
  for (let turn = 0; turn < nodes; turn++) {
    const node = order[turn]!;
    const community = communityOf[node]!;
    if (size[partOf[node]!] !== 1 || partOf[node] !== node || !wellTied(node, community)) continue;
    const end = start[node + 1]!;
    let count = 0;
    for (let i = start[node]!; i < end; i++) {
      const other = column[i]!;
      if (communityOf[other] !== community) continue;
      const part = partOf[other]!;
      if (into[part] === 0) met[count++] = part;
      into[part]! += weight[i]!;
    }
    let most = 0;
    for (let m = 0; m < count; m++) {
      const part = met[m]!;
      const gain = into[part]! - (resolution * strength[node]! * ofPart[part]!) / total;
      gains[m] = gain >= 0 && wellTied(part, community) ? gain : Number.NaN;
      if (gains[m]! > most) most = gains[m]!;
    }
    const chosen = draw(gains, count, most, theta * meanTie, random);
    if (chosen >= 0) {
      const part = met[chosen]!;
      outward[part]! += outward[node]! - 2 * into[part]!;
      ofPart[part]! += strength[node]!;
      size[part]! += 1;
      size[node] = 0;
      partOf[node] = part;
    }
    for (let m = 0; m < count; m++) into[met[m]!] = 0;
  }
  return partOf;
}

/**
 * The place of one of the first `count` gains, of those that are numbers, or -1 for none of them, which gains 0. Turns
 * the gains into chances.
 */
function draw(gains: Float64Array, count: number, most: number, unit: number, random: Random): number {
  // Less the greatest gain, so that no power overflows.
  const none = Math.exp(-most / unit);
  let sum = none;
  for (let m = 0; m < count; m++) {
    const gain = gains[m]!;
    gains[m] = Number.isNaN(gain) ? 0 : Math.exp((gain - most) / unit);
    sum += gains[m]!;
  }
  let left = random() * sum - none;
  let last = -1;
  for (let m = 0; m < count && left >= 0; m++) {
    if (gains[m] === 0) continue;
    last = m;
    left -= gains[m]!;
  }
  return last;
}
