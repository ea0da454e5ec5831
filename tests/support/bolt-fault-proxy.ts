import { connect, createServer, type Server, type Socket } from 'node:net';

/** What becomes of a transaction, or of a statement that is one by itself: nobody here leads; it is kept, and the client never hears of it. */
export type Fault = 'notALeader' | 'lostCommit';

const RESET = Buffer.from([0, 2, 0xb0, 0x0f, 0, 0]);
const COMMIT = Buffer.from([0, 2, 0xb0, 0x12, 0, 0]);
const ROLLBACK = Buffer.from([0, 2, 0xb0, 0x13, 0, 0]);
const IGNORED = Buffer.from([0, 2, 0xb0, 0x7e, 0, 0]);
/** After the answers to what was asked before are surely there. */
const ANSWER_MS = 50;

/** What a connection is at: inside a transaction, in one whose commit will be lost, refusing one, or losing the answer to a commit. */
type State = 'passing' | 'inside' | 'doomed' | 'refusing' | 'losing';

/**
 * A way to a Neo4j on which transactions meet faults, as they do on a cluster: `faults` has one entry for each transaction
 * from now on, null where all goes well; past its end all does.
 */
export class BoltFaultProxy {
  readonly faults: (Fault | null)[] = [];
  /** The same for statements without a transaction around them. */
  readonly loneFaults: (Fault | null)[] = [];
  /** Faults that happened. */
  readonly met: Fault[] = [];
  private readonly target: URL;
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;

  constructor(target: string) {
    this.target = new URL(target);
  }

  /** Its address. */
  async up(): Promise<string> {
    const server = createServer((client) => this.join(client));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return `bolt://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  async down(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server?.close(resolve) ?? resolve(null));
  }

  private join(client: Socket): void {
    const upstream = connect(Number(this.target.port), this.target.hostname);
    for (const socket of [client, upstream]) {
      this.sockets.add(socket);
      socket.on('error', () => {}).on('close', () => this.sockets.delete(socket));
    }
    let state: State = 'passing';
    /** The beginning of a message that is refused and not whole yet. */
    let begun = Buffer.alloc(0);
    let isToldWhy = false;
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    upstream.on('data', (data) => {
      if (state === 'losing') client.destroy();
      else client.write(data);
    });
    client.on('data', (data: Buffer) => {
      let rest = data;
      const transaction = beginOf(rest);
      const isInside = state === 'inside' || state === 'doomed';
      const begin = transaction >= 0 || isInside ? transaction : runOf(rest);
      if (begin >= 0 && state !== 'refusing') {
        const fault = (transaction >= 0 ? this.faults : this.loneFaults).shift() ?? null;
        if (fault) this.met.push(fault);
        if (fault === 'notALeader') {
          upstream.write(rest.subarray(0, begin));
          rest = rest.subarray(begin);
          state = 'refusing';
          isToldWhy = false;
        } else if (fault === 'lostCommit') state = 'doomed';
        else if (transaction >= 0) state = 'inside';
      }
      if (state === 'refusing') {
        const reset = rest.indexOf(RESET);
        const refused = Buffer.concat([begun, reset < 0 ? rest : rest.subarray(0, reset)]);
        const { tags, end } = messagesOf(refused);
        begun = refused.subarray(end);
        const answers = tags.map((_, at) => (!isToldWhy && at === 0 ? notALeader() : IGNORED));
        if (tags.length > 0) isToldWhy = true;
        if (answers.length > 0) setTimeout(() => client.write(Buffer.concat(answers)), ANSWER_MS);
        if (reset < 0) return;
        state = 'passing';
        setTimeout(() => upstream.write(rest.subarray(reset)), 2 * ANSWER_MS);
        return;
      }
      if (state === 'doomed' && rest.includes(COMMIT)) state = 'losing';
      else if ([COMMIT, ROLLBACK, RESET].some((end) => rest.includes(end))) state = 'passing';
      upstream.write(rest);
    });
  }
}

/** Where a BEGIN starts, with the two bytes of its length; -1 where there is none. */
function beginOf(data: Buffer): number {
  for (let at = data.indexOf(0xb1); at >= 0; at = data.indexOf(0xb1, at + 1)) {
    if (at >= 2 && data[at + 1] === 0x11 && (data[at + 2]! & 0xf0) === 0xa0) return at - 2;
  }
  return -1;
}

/** The same of a RUN, whose first field is a text; outside a transaction it is one by itself. */
function runOf(data: Buffer): number {
  for (let at = data.indexOf(0xb3); at >= 0; at = data.indexOf(0xb3, at + 1)) {
    const text = data[at + 2] ?? 0;
    const isText = (text & 0xf0) === 0x80 || (text >= 0xd0 && text <= 0xd2);
    if (at >= 2 && data[at + 1] === 0x10 && isText) return at - 2;
  }
  return -1;
}

/** The kinds of the messages that are whole, and where the last of them ends. */
function messagesOf(data: Buffer): { tags: number[]; end: number } {
  const tags: number[] = [];
  let end = 0;
  let tag: number | null = null;
  for (let at = 0; at + 2 <= data.length; ) {
    const length = data.readUInt16BE(at);
    if (length > 0) tag ??= data[at + 3] ?? null;
    at += 2 + length;
    if (length > 0 || at > data.length) continue;
    // An empty chunk between messages keeps the connection alive.
    if (tag !== null) tags.push(tag);
    tag = null;
    end = at;
  }
  return { tags, end };
}

function notALeader(): Buffer {
  const code = 'Neo.ClientError.Cluster.NotALeader';
  const entries = { code, neo4j_code: code, message: 'No leader.', gql_status: '50N42', description: 'none' };
  const body = Buffer.concat([
    Buffer.from([0xb1, 0x7f, 0xa0 + Object.keys(entries).length]),
    ...Object.entries(entries).flatMap((pair) => pair.map(packed)),
  ]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length);
  return Buffer.concat([length, body, Buffer.from([0, 0])]);
}

const packed = (text: string): Buffer => Buffer.concat([Buffer.from([0xd0, text.length]), Buffer.from(text)]);
