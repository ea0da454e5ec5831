import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseConfig } from '../graph/server/config.ts';
import { NO_SECRETS, SECRET_VARIABLES } from '../graph/server/secrets.ts';
import { serve } from '../graph/server/serve.ts';
import { parseLocation } from '../graph/store/location.ts';
import { createProgram } from '../ingest/cli/main.ts';
import { parseRedis } from '../ingest/queue/redis-location.ts';
import { appOn, openSeeded } from './graph/server/fixture.ts';
import { NEO4J_VERSIONS } from './support/neo4j-server.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** What this file may hold, by the Compose specification, so that a slip of the pen is an error. */
const serviceSchema = z.strictObject({
  image: z.string().optional(),
  build: z.string().optional(),
  profiles: z.array(z.enum(['cluster', 'coordinator'])).optional(),
  user: z.string().optional(),
  restart: z.enum(['unless-stopped', 'no']),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  stop_grace_period: z
    .string()
    .regex(/^\d+s$/)
    .optional(),
  tmpfs: z.array(z.string()).optional(),
  networks: z.array(z.string()),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()),
  healthcheck: z
    .union([
      z.strictObject({ disable: z.literal(true) }),
      z.strictObject({
        test: z.array(z.string()).min(2),
        interval: z.string().regex(/^\d+s$/),
        timeout: z.string().regex(/^\d+s$/),
        start_period: z.string().regex(/^\d+s$/),
        retries: z.number().int().positive(),
      }),
    ])
    .optional(),
  deploy: z.strictObject({
    replicas: z.string().optional(),
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
  services: z.strictObject({
    neo4j: serviceSchema,
    app: serviceSchema,
    redis: serviceSchema,
    worker: serviceSchema,
    coordinator: serviceSchema,
  }),
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
  const { neo4j, app, redis, worker, coordinator } = compose.services;
  const all = Object.values(compose.services);

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
    for (const { ports = [] } of all) {
      for (const port of ports) expect(fill(port, {})).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    }
    expect(app.ports!.map((port) => fill(port, {}))).toEqual(['127.0.0.1:4747:4747']);
    expect(fill(app.ports![0]!, { LACUNA_PORT: '80' })).toBe('127.0.0.1:80:4747');
  });

  it('starts the explorer once the server answers, with an address that it can look up', () => {
    expect(app.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } });
    expect(JSON.stringify(neo4j.healthcheck)).toContain('7687');
    const store = app.command![app.command!.indexOf('--store') + 1]!;
    const location = parseLocation(store, {
      NEO4J_USERNAME: app.environment.NEO4J_USERNAME,
      NEO4J_PASSWORD: 'x',
    });
    expect(location).toEqual({ kind: 'neo4j', uri: 'neo4j://neo4j:7687', username: 'neo4j', password: 'x' });
    expect(new URL(store).hostname).toBe(neo4j.environment.NEO4J_server_default__advertised__address);
    expect(app.networks).toContain('store');
  });

  it('holds all but the server down', () => {
    for (const service of [app, redis, worker, coordinator]) {
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    }
  });

  it('starts neither queue nor workers unless they are asked for', () => {
    expect(all.filter(({ profiles }) => !profiles)).toEqual([neo4j, app]);
    expect([redis.profiles, worker.profiles, coordinator.profiles]).toEqual([
      ['cluster'],
      ['cluster'],
      ['coordinator'],
    ]);
    expect(fill(worker.deploy.replicas!, {})).toBe('2');
    expect(fill(worker.deploy.replicas!, { LACUNA_WORKERS: '8' })).toBe('8');
  });

  it('keeps the queue to itself: pinned, no port, a password, a limit below that of its container', () => {
    expect(redis.image).toMatch(/^redis:\d+\.\d+\.\d+-bookworm$/);
    expect(redis.ports).toBeUndefined();
    expect(redis.networks).toEqual(['store']);
    const command = redis.command!.join(' ');
    expect(command).toContain('${REDIS_PASSWORD:?');
    expect(command).toContain('--requirepass "$$REDIS_PASSWORD"');
    expect(command).toContain('--appendonly yes');
    const most = /--maxmemory (\d+)mb --maxmemory-policy noeviction/.exec(command)!;
    expect(Number(most[1])).toBeLessThan(Number.parseInt(redis.deploy.resources.limits.memory, 10));
  });

  it('gives workers and coordinator one queue, one store, and the passwords by the environment', () => {
    for (const { command = [], entrypoint = [], environment, networks, depends_on } of [
      worker,
      coordinator,
    ]) {
      const args = [...entrypoint, ...command];
      expect(args[args.indexOf('--store') + 1]).toBe('neo4j://neo4j:7687');
      expect(parseRedis(args[args.indexOf('--queue') + 1]!, {})).toMatchObject({ host: 'redis', port: 6379 });
      expect(environment).toEqual(worker.environment);
      expect(Object.keys(environment).toSorted()).toEqual([
        'NEO4J_PASSWORD',
        'NEO4J_USERNAME',
        'REDIS_PASSWORD',
      ]);
      expect(networks).toEqual(['store']);
      expect(Object.keys(depends_on!).toSorted()).toEqual(['neo4j', 'redis']);
    }
    const known = createProgram().commands;
    const options = (name: string) =>
      known.find((one) => one.name() === name)!.options.map(({ long }) => long);
    for (const arg of worker.command!.filter((one) => one.startsWith('--')))
      expect(options('worker')).toContain(arg);
    for (const arg of coordinator.entrypoint!.filter((one) => one.startsWith('--')))
      expect(options('ingest')).toContain(arg);
  });

  it('names only volumes and networks that there are', () => {
    const named = new Set(all.flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0]!)));
    expect([...named].toSorted()).toEqual(Object.keys(compose.volumes).toSorted());
    const networks = new Set(all.flatMap((service) => service.networks));
    expect([...networks].toSorted()).toEqual(Object.keys(compose.networks).toSorted());
  });
});

describe('Dockerfile', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });
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

  /** What `CMD` or `HEALTHCHECK … CMD` runs. */
  const commandOf = (pattern: RegExp): string[] =>
    z.array(z.string()).parse(JSON.parse(lines.find((line) => pattern.test(line))!.replace(pattern, '')));

  it('starts with a token, and without one says at once what to set', async () => {
    for (const name of [...Object.values(SECRET_VARIABLES), 'LACUNA_OPEN_ACCESS']) vi.stubEnv(name, '');
    const folder = mkdtempSync(join(tmpdir(), 'lacuna-image-'));
    const store = join(folder, 'store');
    const start = (...more: string[]) =>
      createProgram().parseAsync([...commandOf(/^CMD /), '--store', `file:${store}`, ...more], {
        from: 'user',
      });
    await expect(start()).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/LACUNA_TOKEN.*LACUNA_OPEN_ACCESS=on/),
      details: { setting: 'openAccess', host: '0.0.0.0' },
    });
    expect(existsSync(store)).toBe(false);
    const missing = join(folder, 'no-such.bib');
    for (const [name, value] of [
      ['LACUNA_TOKEN', 'a-token-of-some-length'],
      ['LACUNA_OPEN_ACCESS', 'on'],
    ] as const) {
      vi.stubEnv(name, value);
      // It gets so far as to look for its files.
      await expect(start(missing), name).rejects.toThrow('no-such.bib');
      vi.stubEnv(name, '');
    }
    rmSync(folder, { recursive: true });
  });

  it('is healthy where a token is asked for', async () => {
    const [node, flag, script] = commandOf(/^ {2}CMD /);
    expect([node, flag]).toEqual(['node', '-e']);
    expect(script).toContain(`http://127.0.0.1:${parseConfig().port}/`);
    const { store, remove } = await openSeeded();
    const secrets = { ...NO_SECRETS, token: 'a-token-of-some-length' };
    const app = await appOn(store, { host: '0.0.0.0' }, { secrets });
    const { url, close } = await serve(app, { host: '0.0.0.0', port: 0 });
    const port = new URL(url).port;
    await promisify(execFile)(process.execPath, ['-e', script!.replace(':4747/', `:${port}/`)]);
    await close();
    await remove();
  });

  it('copies every folder that the program runs from', () => {
    expect(copied).toEqual(
      expect.arrayContaining(['bin', 'graph', 'ingest', 'web', 'samples', 'package.json']),
    );
  });
});
