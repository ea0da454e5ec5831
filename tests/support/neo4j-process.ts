import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import type { Neo4jServer } from './neo4j-server.ts';

const PASSWORD = 'only-for-tests';
const OPENED = ['java.nio', 'java.io', 'sun.nio.ch'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);
const SMALL_JAVA = ['-Xms384m', '-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
const LOG_TAIL = 3000;

const settings = (port: number, version: string): string[] => [
  `server.bolt.listen_address=127.0.0.1:${port}`,
  `server.bolt.advertised_address=127.0.0.1:${port}`,
  'server.http.enabled=false',
  'server.https.enabled=false',
  'dbms.usage_report.enabled=false',
  'server.memory.pagecache.size=128m',
  'db.tx_log.preallocate=false',
  'db.tx_log.rotation.size=16m',
  'db.memory.transaction.max=256m',
  'dbms.memory.transaction.total.max=320m',
  'dbms.security.allow_csv_import_from_file_urls=false',
  'internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0',
  ...(version.startsWith('5.')
    ? []
    : ['dbms.fleet_manager.enabled=false', 'server.fleet_discovery.enabled=false']),
];

/**
 * Ends the server and removes its files once standard input closes, so also when the tests crash. Its first
 * argument is the home folder, then the two commands: to set the password, and to serve. What it reads from standard input
 * is "kill" and "start".
 */
const WATCHER = `home=$1; shift
NEO4J_HOME=$home NEO4J_CONF=$home/conf "$1" -cp "$2" org.neo4j.server.startup.Neo4jAdminCommand dbms set-initial-password "$3"
shift 3
"$@" & echo $! > "$home/pid"
while read -r word; do
  if [ "$word" = kill ]; then kill -9 "$(cat "$home/pid")"; else "$@" & echo $! > "$home/pid"; fi
done
kill -9 "$(cat "$home/pid")"; wait; rm -rf "$home"`;

export interface RunningServer {
  server: Neo4jServer;
  /** Ends it as a power cut would, and what it had acknowledged is to be there when it has started again. */
  kill?: () => void;
  start?: () => void;
  stop: () => Promise<void>;
}

/** What a server has beyond the plain one. */
export interface MoreOfServer {
  settings?: readonly string[];
  /** A folder of jars. */
  plugins?: string;
  /** How its Java runs, in place of the little that tests need. */
  java?: readonly string[];
  /** Done in its home folder before it is started for the first time. */
  before?: (home: string) => Promise<void>;
}

/** Starts Neo4j in a folder of its own. It is not waited for: connecting to it does that. */
export async function startNeo4j(
  version: string,
  java: string,
  classPath: string,
  more: MoreOfServer = {},
): Promise<Required<RunningServer>> {
  const home = mkdtempSync(join(tmpdir(), 'lacuna-neo4j-'));
  const port = await freePort();
  mkdirSync(join(home, 'conf'));
  const lines = [
    ...settings(port, version),
    ...(more.plugins ? [`server.directories.plugins=${more.plugins}`] : []),
    ...(more.settings ?? []),
  ];
  writeFileSync(join(home, 'conf', 'neo4j.conf'), `${lines.join('\n')}\n`);
  await more.before?.(home);
  const main = version.startsWith('5.') ? 'CommunityEntryPoint' : 'Neo4jCommunity';
  const serve = [
    java,
    ...['-cp', classPath, ...(more.java ?? SMALL_JAVA)],
    ...[...OPENED, '--enable-native-access=ALL-UNNAMED', '-Dio.netty.tryReflectionSetAccessible=true'],
    ...[`org.neo4j.server.${main}`, `--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`],
  ];
  const log = join(home, 'output.log');
  const output = openSync(log, 'w');
  const watcher = spawn('sh', ['-c', WATCHER, 'sh', home, java, classPath, PASSWORD, ...serve], {
    stdio: ['pipe', output, output],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => watcher.once('exit', () => resolve()));
  const isWatched = { now: true };
  watchForEarlyEnd(version, join(home, 'pid'), log, ended, isWatched);
  return {
    server: {
      name: `neo4j ${version}`,
      uri: `bolt://127.0.0.1:${port}`,
      username: 'neo4j',
      password: PASSWORD,
    },
    kill: () => {
      isWatched.now = false;
      watcher.stdin?.write('kill\n');
    },
    start: () => void watcher.stdin?.write('start\n'),
    stop: async () => {
      isWatched.now = false;
      watcher.stdin?.end();
      await ended;
    },
  };
}

/** Says why, when the server ends by itself: all that its tests would see is that nobody answers. */
function watchForEarlyEnd(
  version: string,
  pidFile: string,
  log: string,
  ended: Promise<void>,
  isWatched: { now: boolean },
): void {
  const timer = setInterval(() => {
    if (!isWatched.now) return;
    try {
      process.kill(Number(readFileSync(pidFile, 'utf8')), 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') return;
      clearInterval(timer);
      console.error(`Neo4j ${version} ended by itself:\n${readFileSync(log, 'utf8').slice(-LOG_TAIL)}`);
    }
  }, 1000);
  timer.unref();
  void ended.then(() => clearInterval(timer));
}
