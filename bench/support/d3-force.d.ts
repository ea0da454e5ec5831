/** What the benchmark of layouts uses of it; the package has no types. */
declare module 'd3-force' {
  export interface Body {
    index?: number;
    x: number;
    y: number;
  }
  interface Simulation {
    force(name: string, force: unknown): Simulation;
    stop(): Simulation;
    tick(iterations?: number): Simulation;
  }
  export function forceSimulation(bodies: Body[]): Simulation;
  export function forceLink(links: { source: number; target: number }[]): unknown;
  export function forceManyBody(): unknown;
  export function forceCenter(x: number, y: number): unknown;
}
