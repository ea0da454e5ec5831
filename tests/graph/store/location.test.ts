import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LacunaError, messageOf } from '../../../graph/errors.ts';
import { parseLocation } from '../../../graph/store/location.ts';

const ENV = { NEO4J_USERNAME: 'ada', NEO4J_PASSWORD: 'p@ss' };

function refusal(text: string, env: Record<string, string> = ENV): LacunaError {
  try {
    parseLocation(text, env);
  } catch (error) {
    return error as LacunaError;
  }
  throw new Error(`${text} was taken`);
}

describe('parseLocation', () => {
  it.each([
    ['file:graph', resolve('graph')],
    ['file:./a b/ü', resolve('a b/ü')],
    ['file:/var/lib/lacuna', '/var/lib/lacuna'],
    ['file:///var/lib/lacuna', '/var/lib/lacuna'],
    [' FILE:graph ', resolve('graph')],
    ['file:a@b:c', resolve('a@b:c')],
  ])('takes %s as a folder', (text, folder) => {
    expect(parseLocation(text, {})).toEqual({ kind: 'embedded', folder });
  });

  it.each([
    'bolt://localhost:7687',
    'neo4j://db.example',
    'bolt+s://10.0.0.1:7688',
    'neo4j+s://[::1]:7687',
    'neo4j://db.example?region=eu',
  ])('takes %s as a server, with user and password from the environment', (uri) => {
    expect(parseLocation(uri, ENV)).toEqual({ kind: 'neo4j', uri, username: 'ada', password: 'p@ss' });
  });

  it('knows the usual user', () => {
    expect(parseLocation('bolt://a/', { NEO4J_PASSWORD: 'x' })).toMatchObject({
      uri: 'bolt://a',
      username: 'neo4j',
    });
  });

  it('wants a password from the environment only, and repeats none', () => {
    expect(refusal('bolt://a', {})).toMatchObject({
      code: 'input',
      message: expect.stringContaining('NEO4J_PASSWORD'),
    });
    expect(refusal('bolt://a', { NEO4J_PASSWORD: '' }).code).toBe('input');
    for (const text of ['bolt://ada:secret@a', 'neo4j+s://secret@a', 'http://ada:secret@a']) {
      expect(refusal(text).code).toBe('input');
      expect(messageOf(refusal(text))).not.toContain('secret');
    }
  });

  it.each([
    '',
    'graph',
    './graph',
    'file:',
    'file:a\0b',
    'http://a',
    'bolt:',
    'bolt://',
    'neo4j+ssc://a',
    'bolt://a/x',
    'bolt://a:x',
    'javascript:1',
  ])('turns down %j and says what is meant', (text) => {
    expect(refusal(text)).toMatchObject({ code: 'input', message: expect.stringMatching(/file:|bolt:/) });
  });
});
