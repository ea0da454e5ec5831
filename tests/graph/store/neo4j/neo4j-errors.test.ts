import { Neo4jError } from 'neo4j-driver';
import { expect, it } from 'vitest';
import { storeError } from '../../../../graph/store/neo4j/neo4j-errors.ts';

const errorWith = (code: string) =>
  new Neo4jError('No write operations are allowed.', code, '25G01', 'no write operations');

it('tells what may only be read from what is wrong', () => {
  for (const code of [
    'Neo.ClientError.Security.Forbidden',
    'Neo.ClientError.Statement.AccessMode',
    'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase',
    'Neo.ClientError.General.WriteOnReadOnlyAccessDatabase',
  ]) {
    expect(storeError(errorWith(code), 'app'), code).toMatchObject({ code: 'refused' });
  }
  expect(storeError(errorWith('Neo.ClientError.General.UnknownError'), 'app')).toMatchObject({
    code: 'internal',
  });
});
