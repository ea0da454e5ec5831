import { describe } from 'vitest';
import type { StoreFactory } from '../../support/stores.ts';
import { limits } from './conformance/limits.ts';
import { plans } from './conformance/plans.ts';
import { questions } from './conformance/questions.ts';
import { safety } from './conformance/safety.ts';
import { values } from './conformance/values.ts';
import { writes } from './conformance/writes.ts';

/** What every store must do, whatever stands behind it. */
export function conformance(factory: StoreFactory): void {
  describe('values', () => values(factory));
  describe('writes', () => writes(factory));
  describe('limits', () => limits(factory));
  describe('plans and parameters', () => plans(factory));
  describe('strangers’ statements', () => questions(factory));
  describe('hostile statements', () => safety(factory));
}
