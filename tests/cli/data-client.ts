import { expect, vi } from 'vitest';
import { type DataJob, dataJobSchema, type Status, type Upload } from '../../graph/contract.ts';

export interface Failure {
  error: { code: string; message: string; details: Record<string, unknown> };
}

/** Adds and removes papers over HTTP, as the page does. */
export function createDataClient(address: () => string) {
  async function send<T>(method: string, path: string, body?: unknown): Promise<[number, T]> {
    const bytes = body instanceof Uint8Array;
    const response = await fetch(new URL(path, address()), {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': bytes ? 'application/octet-stream' : 'application/json' },
        body: bytes ? Buffer.from(body) : JSON.stringify(body),
      }),
    });
    return [response.status, (await response.json()) as T];
  }
  async function get<T>(path: string): Promise<T> {
    const [status, answer] = await send<T>('GET', path);
    expect(status, path).toBe(200);
    return answer;
  }
  async function upload(name: string, content: Uint8Array): Promise<Upload> {
    let [status, file] = await send<Upload>('POST', '/api/uploads', { name, bytes: content.length });
    expect(status, JSON.stringify(file)).toBe(200);
    while (file.received < content.length) {
      const part = content.subarray(file.received, file.received + file.partBytes);
      [status, file] = await send<Upload>('PUT', `/api/uploads/${file.id}?offset=${file.received}`, part);
      expect(status, JSON.stringify(file)).toBe(200);
    }
    return file;
  }
  async function ended(): Promise<DataJob> {
    return vi.waitFor(
      async () => {
        const job = await get<DataJob>('/api/ingest');
        expect(job.state).not.toBe('running');
        return job;
      },
      { timeout: 60_000, interval: 50 },
    );
  }
  async function add(...files: [string, Uint8Array | string][]): Promise<DataJob> {
    const sent = [];
    for (const [name, content] of files) sent.push(await upload(name, Buffer.from(content)));
    const ids = sent.map(({ id }) => id);
    const [status, started] = await send<DataJob>('POST', '/api/ingest', { what: 'add', uploads: ids });
    expect([status, started.state]).toEqual([200, 'running']);
    const job = await ended();
    for (const id of ids) await send('DELETE', `/api/uploads/${id}`);
    return job;
  }
  const papers = async () => (await get<Status>('/api/status')).counts.papers;

  /** Events until one says that the job has ended. */
  async function events(signal: AbortSignal): Promise<{ headers: Headers; jobs: DataJob[]; text: string }> {
    const response = await fetch(new URL('/api/ingest/events', address()), {
      headers: { 'accept-encoding': 'br, gzip' },
      signal,
    });
    const jobs: DataJob[] = [];
    let text = '';
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
      const blocks = text.split('\n\n').slice(0, -1);
      jobs.length = 0;
      for (const block of blocks) {
        const data = /^data: (.+)$/m.exec(block)?.[1];
        if (data) jobs.push(dataJobSchema.parse(JSON.parse(data)));
      }
      if (jobs.some(({ state }) => state === 'done')) break;
    }
    await reader.cancel();
    return { headers: response.headers, jobs, text };
  }
  return { send, get, upload, ended, add, papers, events };
}
