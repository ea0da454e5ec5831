import { connect, createServer, type Server, type Socket } from 'node:net';

/** A port that leads to a server at the pace it is told to, or not at all. */
export class SlowProxy {
  /** Milliseconds that each piece of an answer is held back. */
  delayMs = 0;
  /** Takes everything and passes nothing on, without a word. */
  isStalled = false;
  /** Connections so far. */
  connections = 0;
  port = 0;
  private readonly target: URL;
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;

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
    const server = createServer((client) => this.join(client));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address) this.port = address.port;
    this.server = server;
  }

  async down(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server?.close(resolve) ?? resolve(null));
    this.server = null;
  }

  private join(client: Socket): void {
    this.connections += 1;
    const upstream = connect(Number(this.target.port), this.target.hostname);
    for (const socket of [client, upstream]) {
      this.sockets.add(socket);
      socket.on('error', () => {}).on('close', () => this.sockets.delete(socket));
    }
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    client.on('data', (data) => {
      if (!this.isStalled) upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (this.isStalled) return;
      if (this.delayMs === 0) client.write(data);
      else setTimeout(() => client.write(data), this.delayMs);
    });
  }
}
