import { describe, expect, it } from 'vitest';
import { isLacunaError } from '../../../graph/errors.ts';
import { environmentName, parseConfig, SETTING_NAMES } from '../../../graph/server/config.ts';

const settingRefused = (env: Record<string, string>): string | number | undefined => {
  try {
    parseConfig(env);
  } catch (error) {
    if (isLacunaError(error, 'input')) return error.details.setting;
    throw error;
  }
  return undefined;
};

describe('parseConfig', () => {
  it('stays on this machine unless told otherwise', () => {
    expect(parseConfig()).toMatchObject({ host: '127.0.0.1', port: 4747, mapNodes: 1500, allowedHosts: [] });
  });

  it('takes options before environment before defaults', () => {
    const env = {
      LACUNA_MAP_NODES: '200',
      LACUNA_ROWS: '20',
      LACUNA_ALLOWED_HOSTS: 'a.example, b.example:80',
      OTHER: '1',
    };
    expect(parseConfig(env, { rows: 10 })).toMatchObject({
      mapNodes: 200,
      rows: 10,
      allowedHosts: ['a.example', 'b.example:80'],
    });
    expect(parseConfig({ LACUNA_ROWS: '' }).rows).toBe(1000);
  });

  it('looks for another port only when none was asked for', () => {
    expect(parseConfig().portTries).toBeGreaterThan(1);
    expect(parseConfig({}, { port: 8080 }).portTries).toBe(1);
    expect(parseConfig({ LACUNA_PORT: '8080' }).portTries).toBe(1);
  });

  it('names the setting that is wrong', () => {
    expect(settingRefused({ LACUNA_PORT: '70000' })).toBe('port');
    expect(settingRefused({ LACUNA_MAP_NODES: 'many' })).toBe('mapNodes');
    expect(settingRefused({ LACUNA_ROWS: '10001' })).toBe('rows');
    expect(settingRefused({ LACUNA_QUERY_MS: '-1' })).toBe('queryMs');
    expect(settingRefused({ LACUNA_LOG_LEVEL: 'loud' })).toBe('logLevel');
    for (const proxy of ['true', 'proxy.example', '0.0.0.0/0', '10.0.0.0/33', '10.0.0.0/8,*']) {
      expect(settingRefused({ LACUNA_TRUST_PROXY: proxy }), proxy).toBe('trustProxy');
    }
  });

  it('says what a setting must be', () => {
    expect(() => parseConfig({ LACUNA_PORT: '70000' })).toThrow(
      'Setting LACUNA_PORT: port must be a whole number from 0 to 65535.',
    );
    expect(() => parseConfig({ LACUNA_LOG_LEVEL: 'loud' })).toThrow('logLevel must be one of fatal, error,');
  });

  it('gives every setting a name in the environment', () => {
    expect(environmentName('mapEdgesPerNode')).toBe('LACUNA_MAP_EDGES_PER_NODE');
    expect(new Set(SETTING_NAMES.map(environmentName)).size).toBe(SETTING_NAMES.length);
  });
});
