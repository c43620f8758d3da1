import { ForumStopped, type ForumApi } from './api-client';
import type { ForumFolder } from './forum-folder';
import { object, type Json } from './json';

export type Reading = {
  api: ForumApi;
  folder: ForumFolder;
  /** What the forum did not let be read, in words. */
  without: string[];
  /** Lists that the forum failed to answer. */
  failed: number;
  /** How much is held in memory of lists that become one file each, in characters. */
  held: number;
};
/** What an answer must have to be the one that was asked for: anybody may answer JSON, such as a page for signing in. */
type Shape = (answer: Json) => boolean;

const mostHeld = 100_000_000;
/** More lists than this that fail mean that the forum is out of order, not the lists. */
const mostFailed = 5;
// The answer has its categories only where the forum is not too large to send all of them.
const signsOfSite = ['categories', 'archetypes', 'post_action_types', 'notification_types', 'trust_levels'];

/** What a forum says of itself; stops in words where it refuses the key, or is no Discourse. */
export async function readSite(api: ForumApi): Promise<Json> {
  const isSite: Shape = (site) => signsOfSite.some((sign) => typeof site[sign] === 'object' && site[sign] !== null);
  return need(api, '/site.json', isSite);
}

/** What was refused may have been refused because the key was withdrawn meanwhile; then nothing follows from it. */
export async function mustAdmit(api: ForumApi): Promise<void> {
  await readSite(api);
}

/** The value; stops in words where there is none. */
export async function need(api: ForumApi, path: string, isIt: Shape): Promise<Json> {
  const answer = await api.get(path);
  const value = answer.ok ? object(answer.value) : null;
  if (value && isIt(value)) return value;
  if (answer.ok)
    throw new ForumStopped(
      `what answers at ${api.site} is not a Discourse forum (${path} does not say what it says there)`,
      'not-discourse',
    );
  if (answer.why === 'refused')
    throw new ForumStopped(
      'the forum refuses the key: is it whole, still valid, and of the user DISCOURSE_API_USERNAME names?',
      'key-refused',
    );
  if (answer.why === 'gone')
    throw new ForumStopped(`there is no Discourse at ${api.site} (${path} is not there)`, 'no-discourse');
  throw new ForumStopped(
    `the forum does not answer as a Discourse does (${path}); run it again later, it goes on where it stopped`,
  );
}

/** The value, or null where the forum does not let it be read. */
export async function may(reading: Reading, path: string, isIt: Shape): Promise<Json | null> {
  const answer = await reading.api.get(path);
  const value = answer.ok ? object(answer.value) : null;
  if (value && isIt(value)) return value;
  if (!answer.ok && answer.why === 'failing') {
    if ((reading.failed += 1) > mostFailed)
      throw new ForumStopped(`the forum did not answer ${path}; run it again later, it goes on where it stopped`);
    await mustAdmit(reading.api);
  }
  return null;
}

/** Counts what is kept in memory until its list is whole; stops in words where a forum says far more than any that a brand has. */
export function hold<T>(reading: Reading, value: T): T {
  reading.held += JSON.stringify(value).length;
  if (reading.held > mostHeld)
    throw new ForumStopped('the forum says far too much of its categories, groups and badges', 'too-much');
  return value;
}
