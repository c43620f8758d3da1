import { answer, type Endpoint, type StreamEndpoint } from '@/lib/core/endpoint';
import { steadyClock } from '@/lib/core/time';
import { knownDrop, onChange, publicState } from '../gate';

/** `GET /api/drops/:slug/state`: where a drop stands, from memory. */
export const dropStateEndpoint: Endpoint = {
  method: 'GET',
  path: '/api/drops/:slug/state',
  admits: 'anyone',
  answer: async ({ params, ip }) => {
    const drop = await knownDrop(params.slug ?? '', ip);
    return drop ? answer(200, publicState(drop, steadyClock())) : answer(404, { error: 'not-found' });
  },
};

const restMs = 250;

/** `GET /api/drops/:slug/live`: the same state as server-sent events, at once and after every change. */
export const dropStream: StreamEndpoint = {
  path: '/api/drops/:slug/live',
  admits: 'anyone',
  open: async ({ slug = '' }, ip) => {
    if (!(await knownDrop(slug, ip))) return null;
    return (send) => {
      let due: NodeJS.Timeout | undefined;
      const sendNow = async () => {
        due = undefined;
        const drop = await Promise.resolve(knownDrop(slug)).catch(() => null);
        if (drop) send('state', publicState(drop, steadyClock()));
      };
      void sendNow();
      const stop = onChange(slug, () => (due ??= setTimeout(() => void sendNow(), restMs)));
      return () => {
        clearTimeout(due);
        stop();
      };
    };
  },
};
