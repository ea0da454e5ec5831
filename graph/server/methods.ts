import type { FastifyInstance } from 'fastify';
import { LacunaError } from '../errors.ts';

/** Refuses a method that an address doesn't know, and says which it does; for after the routes are listed. */
export function refuseWrongMethods(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (!request.is404) return;
    const methods = methodsAt(request.url.split('?')[0] ?? '', app.lacunaRoutes);
    if (methods.length === 0 || methods.includes(request.method)) return;
    const allow = methods.join(', ');
    throw new LacunaError('input', `This address is for ${allow}, not for ${request.method}.`, {
      details: { allow },
    });
  });
}

/** `['GET', 'HEAD']` for `/api/papers/x`, from routes like `GET /api/papers/:id`. */
export function methodsAt(path: string, routes: readonly string[]): string[] {
  const parts = path.split('/');
  return routes.flatMap((route) => {
    const [method = '', pattern = ''] = route.split(' ');
    const expected = pattern.split('/');
    const fits =
      expected.length === parts.length &&
      expected.every((part, i) => part === parts[i] || (part.startsWith(':') && parts[i] !== ''));
    if (!fits) return [];
    return method === 'GET' ? ['GET', 'HEAD'] : [method];
  });
}
