import { connect, createServer, type Server, type Socket } from 'node:net';

/** A port that leads to a server, and can be shut and opened again: how a server that goes away looks. */
export class Neo4jProxy {
  private readonly target: URL;
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  port = 0;

  constructor(target: string) {
    this.target = new URL(target);
  }

  get uri(): string {
    return `bolt://127.0.0.1:${this.port}`;
  }

  /** Chooses the port without opening it yet. */
  async reserve(): Promise<void> {
    await this.up();
    await this.down();
  }

  async up(): Promise<void> {
    const server = createServer((client) => {
      const upstream = connect(Number(this.target.port), this.target.hostname);
      for (const socket of [client, upstream]) {
        this.sockets.add(socket);
        socket.on('error', () => {}).on('close', () => this.sockets.delete(socket));
      }
      this.relay(client, upstream);
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address) this.port = address.port;
    this.server = server;
  }

  /** What passes between the two. */
  protected relay(client: Socket, upstream: Socket): void {
    client.pipe(upstream).pipe(client);
  }

  async down(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server?.close(resolve) ?? resolve(null));
    this.server = null;
  }
}
