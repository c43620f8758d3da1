import { env } from './env';

/** An address of this site without its host, so that a visitor who uses another of its host names (127.0.0.1, a tunnel) stays signed in there; others as they are. */
export function onThisHost(url: string): string {
  return url.startsWith(`${env.PUBLIC_URL}/`) ? url.slice(env.PUBLIC_URL.length) : url;
}
