/** Lets this process import TypeScript and `@/…`, and end with the process that started it when asked to. */
import { register } from 'tsx/esm/api';

register();

// A server whose starter was killed would keep the port and the database for ever.
if (process.env.MILLET_FOLLOW === '1' && process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
