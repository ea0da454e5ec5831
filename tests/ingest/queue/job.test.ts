import { expect, it } from 'vitest';
import { jobAnswerSchema, shortReason } from '../../../ingest/queue/job.ts';

it('takes a reason of failure for text of a stranger: bounded, and nothing that a terminal acts on', () => {
  const answer = (reason: string) => ({ failed: [{ id: 'p', reason }], bookmarks: [] });
  expect(jobAnswerSchema.safeParse(answer('x'.repeat(2000))).success).toBe(true);
  expect(jobAnswerSchema.safeParse(answer('x'.repeat(2001))).success).toBe(false);
  expect(shortReason('\u001b[2Jgone\r\n\u202eaway\u0007')).toBe('[2Jgone away');
  expect(shortReason('y'.repeat(5000))).toHaveLength(2000);
});
