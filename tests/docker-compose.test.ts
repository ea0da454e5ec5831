import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseLocation } from '../graph/store/location.ts';
import { NEO4J_VERSIONS } from './support/neo4j-server.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** What this file may hold, by the Compose specification, so that a slip of the pen is an error. */
const serviceSchema = z.strictObject({
  image: z.string().optional(),
  build: z.string().optional(),
  restart: z.literal('unless-stopped'),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()),
  tmpfs: z.array(z.string()).optional(),
  networks: z.array(z.string()),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()).min(2),
      interval: z.string().regex(/^\d+s$/),
      timeout: z.string().regex(/^\d+s$/),
      start_period: z.string().regex(/^\d+s$/),
      retries: z.number().int().positive(),
    })
    .optional(),
  deploy: z.strictObject({
    resources: z.strictObject({
      limits: z.strictObject({
        cpus: z.string().regex(/^\d/),
        memory: z.string().regex(/^\d+[mg]$/),
        pids: z.number().int().positive(),
      }),
    }),
  }),
});
const composeSchema = z.strictObject({
  services: z.strictObject({ neo4j: serviceSchema, app: serviceSchema }),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.null()),
});

/** Compose's `${NAME}`, `${NAME:-default}` and `${NAME:?message}`. */
function fill(text: string, env: Record<string, string>): string {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind: string, rest: string) => {
    const value = env[name] ?? '';
    if (value === '' && kind === '?') throw new Error(rest);
    return value === '' && kind === '-' ? rest : value;
  });
}

describe('docker-compose.yml', () => {
  const text = read('docker-compose.yml');
  const compose = composeSchema.parse(parse(text));
  const { neo4j, app } = compose.services;

  it('has no password of its own, and does not start without one', () => {
    for (const service of [neo4j.environment.NEO4J_AUTH!, app.environment.NEO4J_PASSWORD!]) {
      expect(() => fill(service, {})).toThrow(/NEO4J_PASSWORD/);
      expect(() => fill(service, { NEO4J_PASSWORD: '' })).toThrow(/NEO4J_PASSWORD/);
    }
    expect(fill(neo4j.environment.NEO4J_AUTH!, { NEO4J_PASSWORD: 'x' })).toBe('neo4j/x');
    // The server's image takes every other NEO4J_ name for a setting, and does not start with an unknown one.
    expect(neo4j.environment).not.toHaveProperty('NEO4J_PASSWORD');
  });

  it('pins the server to a version that the tests run on', () => {
    expect(NEO4J_VERSIONS.map((version) => `neo4j:${version}`)).toContain(neo4j.image);
  });

  it('leaves a statement no file to read and nobody to call', () => {
    expect(neo4j.environment).toMatchObject({
      NEO4J_dbms_security_allow__csv__import__from__file__urls: 'false',
      NEO4J_internal_dbms_cypher__ip__blocklist: '0.0.0.0/0,::/0',
      NEO4J_dbms_usage__report_enabled: 'false',
    });
    expect(neo4j.networks).toEqual(['store']);
    expect(compose.networks.store).toEqual({ internal: true });
    expect(neo4j.volumes).toEqual(['neo4j-data:/data']);
  });

  it('gives the server more memory than it is told to use', () => {
    const megabytes = (size: string): number => Number.parseInt(size, 10) * (size.endsWith('g') ? 1024 : 1);
    const { environment, deploy } = neo4j;
    const heap = megabytes(environment.NEO4J_server_memory_heap_max__size!);
    const cache = megabytes(environment.NEO4J_server_memory_pagecache_size!);
    expect(heap + cache).toBeLessThan(megabytes(deploy.resources.limits.memory) * 0.75);
    const transactions = megabytes(environment.NEO4J_dbms_memory_transaction_total_max!);
    expect(transactions).toBeLessThan(heap);
    expect(megabytes(environment.NEO4J_db_memory_transaction_max!)).toBeLessThanOrEqual(transactions);
  });

  it('opens ports to this machine only', () => {
    for (const { ports = [] } of [neo4j, app]) {
      for (const port of ports) expect(fill(port, {})).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    }
    expect(app.ports!.map((port) => fill(port, {}))).toEqual(['127.0.0.1:4747:4747']);
    expect(fill(app.ports![0]!, { LACUNA_PORT: '80' })).toBe('127.0.0.1:80:4747');
  });

  it('starts the explorer once the server answers, with an address that it can look up', () => {
    expect(app.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } });
    expect(neo4j.healthcheck!.test.join(' ')).toContain('7687');
    const store = app.command![app.command!.indexOf('--store') + 1]!;
    const location = parseLocation(store, {
      NEO4J_USERNAME: app.environment.NEO4J_USERNAME,
      NEO4J_PASSWORD: 'x',
    });
    expect(location).toEqual({ kind: 'neo4j', uri: 'neo4j://neo4j:7687', username: 'neo4j', password: 'x' });
    expect(new URL(store).hostname).toBe(neo4j.environment.NEO4J_server_default__advertised__address);
    expect(app.networks).toContain('store');
  });

  it('holds the explorer down', () => {
    expect(app).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
  });

  it('names only volumes and networks that there are', () => {
    const named = [neo4j, app].flatMap(({ volumes }) => volumes.map((volume) => volume.split(':')[0]!));
    expect(named.toSorted()).toEqual(Object.keys(compose.volumes).toSorted());
    const networks = new Set([neo4j, app].flatMap((service) => service.networks));
    expect([...networks].toSorted()).toEqual(Object.keys(compose.networks).toSorted());
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');
  const copied = lines
    .flatMap((line) => (/^COPY (.+) \S+$/.exec(line)?.[1] ?? '').split(' '))
    .filter(Boolean);

  it('is pinned, and does not run as root', () => {
    expect(lines.find((line) => line.startsWith('FROM '))).toMatch(/^FROM node:20\.\d+\.\d+-\w+-slim$/);
    expect(lines.findLast((line) => line.startsWith('USER '))).toBe('USER node');
    expect(lines.some((line) => /npm (?:ci|install) --omit=dev/.test(line))).toBe(true);
    expect(lines.some((line) => line.includes('npm run build'))).toBe(true);
  });

  it('is given all that it copies, and nothing else', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect(read('.dockerignore').split('\n')).toContain('*');
    expect(copied.toSorted()).toEqual(allowed.toSorted());
  });

  it('copies every folder that the program runs from', () => {
    expect(copied).toEqual(
      expect.arrayContaining(['bin', 'graph', 'ingest', 'web', 'samples', 'package.json']),
    );
  });
});
