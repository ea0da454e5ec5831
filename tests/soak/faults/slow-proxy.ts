import type { Socket } from 'node:net';
import { Neo4jProxy } from '../../support/neo4j-proxy.ts';

/** A port that leads to a server at the pace it is told to, or not at all. */
export class SlowProxy extends Neo4jProxy {
  /** Milliseconds that each piece of an answer is held back. */
  delayMs = 0;
  /** Takes everything and passes nothing on, without a word. */
  isStalled = false;
  /** Connections so far. */
  connections = 0;

  protected override relay(client: Socket, upstream: Socket): void {
    this.connections += 1;
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
