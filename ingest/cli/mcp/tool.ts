import type { Tool as ListedTool } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';

/** A request to one of the server's routes. */
export interface RouteRequest {
  method: 'GET' | 'POST';
  url: string;
  payload?: object;
}

/** A tool as it is written down: what it takes, which route answers, and the answer in words. */
interface ToolPlan<Input extends z.ZodObject, Output extends z.ZodObject> {
  name: string;
  title: string;
  description: string;
  input: Input;
  output: Output;
  request: (given: z.output<Input>) => RouteRequest;
  /** Makes the tool's answer of the route's. */
  answer?: (answer: unknown, given: z.output<Input>) => unknown;
  text: (answer: z.output<Output>) => string;
}

/** The same, whatever its shapes. */
export interface Tool {
  name: string;
  title: string;
  description: string;
  input: z.ZodObject;
  output: z.ZodObject;
  /** Throws what `input.safeParse` would tell. */
  plan: (given: unknown) => { request: RouteRequest; answer: (answer: unknown) => unknown };
  /** Of an answer that has the shape of `output`. */
  text: (answer: unknown) => string;
}

/** What did not fit into an answer. */
export const leftOutSchema = z
  .array(
    z.object({
      /** Names of fields, joined by dots. */
      list: z.string(),
      kept: z.number().int(),
      /** How many the longest of these lists had. */
      of: z.number().int(),
    }),
  )
  .describe('Lists that were cut since the answer would be too long; ask for less to see all.');

export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  plan: ToolPlan<Input, Output>,
): Tool {
  const { name, title, description, request, answer = (same: unknown) => same, text } = plan;
  const input = plan.input.strict();
  return {
    name,
    title,
    description,
    input,
    output: plan.output.extend({ leftOut: leftOutSchema }),
    plan: (given) => {
      const parsed = plan.input.parse(given);
      return { request: request(parsed), answer: (found) => answer(found, parsed) };
    },
    text: (found) => text(plan.output.parse(found)),
  };
}

const READ_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** As clients list it. */
export const describeTool = ({ name, title, description, input, output }: Tool): ListedTool => ({
  name,
  title,
  description,
  inputSchema: objectSchema(input, 'input'),
  outputSchema: objectSchema(output, 'output'),
  annotations: { title, ...READ_ONLY },
});

/** Zod writes the schema of an object as one with `type: 'object'`. */
const objectSchema = (schema: z.ZodObject, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { target: 'draft-7', io }) as ListedTool['inputSchema'];
