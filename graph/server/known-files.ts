import type { StoreReader } from '../store/store.ts';
import type { ServerConfig } from './config.ts';
import { query, texts } from './rows.ts';
import type { KnownFiles } from './uploads.ts';

const readRegister = {
  text: "MATCH (r:Run {id: 'ingest'}) RETURN r.inputs AS inputs, r.arrivals AS arrivals",
  parameters: {},
};

/** What the store knows of the files that were read into it. Of a run that was stopped nothing is known. */
export async function readKnownFiles(
  store: StoreReader,
  limits: Pick<ServerConfig, 'readMs'>,
): Promise<KnownFiles> {
  const [row] = await query(store, readRegister, limits);
  const prints = texts(row?.inputs);
  return {
    names: new Set([
      ...prints.map((print) => print.slice(0, print.lastIndexOf(':'))),
      ...texts(row?.arrivals).map((arrival) => arrival.slice(arrival.indexOf(' ') + 1)),
    ]),
    prints: new Set(prints),
  };
}
