import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../ingest/cli/main.ts';
import { portNumber } from '../../ingest/cli/options.ts';

describe('a port', () => {
  it.each([
    ['0', 0],
    ['4747', 4747],
    ['65535', 65_535],
  ])('may be %s', (text, port) => {
    expect(portNumber(text)).toBe(port);
  });

  it.each(['-1', '65536', '80.5', '', ' ', 'http', '0x50'])('may not be %j', (text) => {
    expect(() => portNumber(text)).toThrow(InvalidArgumentError);
  });

  it.each(['serve', 'start'])('of %s is read like this', (name) => {
    const command = createProgram().commands.find((one) => one.name() === name)!;
    const port = command.options.find((option) => option.long === '--port')!;
    expect(port.parseArg!('0', undefined)).toBe(0);
  });
});
