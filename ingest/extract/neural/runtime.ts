import { LacunaError } from '../../../graph/errors.ts';

/** Of the runtime, what is used here. */
export interface Tensor {
  readonly data: BigInt64Array | Float32Array;
  readonly dims: readonly number[];
}

export interface Session {
  run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>>;
}

export interface Runtime {
  InferenceSession: {
    create(path: string, options: Record<string, unknown>): Promise<Session>;
  };
  Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => Tensor;
}

/** Package and version that the neural extractor was tested with; not among the dependencies, since it is large. */
export const RUNTIME_PACKAGE = 'onnxruntime-node';
const RUNTIME_VERSION = '1.30.0';

/** Throws `input` with what to do where the runtime isn't installed. */
export async function loadRuntime(): Promise<Runtime> {
  try {
    const loaded = (await import(RUNTIME_PACKAGE)) as { default?: Runtime } & Runtime;
    return loaded.default ?? loaded;
  } catch (error) {
    throw new LacunaError(
      'input',
      `The neural extractor needs ${RUNTIME_PACKAGE}, which is not installed. Run: npm install --no-save --ignore-scripts ${RUNTIME_PACKAGE}@${RUNTIME_VERSION}`,
      { cause: error },
    );
  }
}
