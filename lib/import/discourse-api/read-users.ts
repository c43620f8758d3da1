import { ForumStopped } from './api-client';
import type { Reading } from './ask-forum';
import { list, numberOf, object, pick, textOf, type Json } from './json';

const userFields = [
  ...['id', 'username', 'name', 'email', 'avatar_template', 'created_at', 'trust_level', 'title', 'admin', 'moderator'],
  ...['suspended_till', 'active', 'staged'],
];
const mostPages = 10_000;
const mostUsers = 1_000_000;
const pageFile = /^page-\d+\.json$/;

/** Reads the members: with their addresses where the key sees what staff see, else as far as the forum shows them to others. */
export async function readUsers(reading: Reading): Promise<{ staff: boolean; users: number }> {
  const { without } = reading;
  const byStaff = (page: number) =>
    `/admin/users/list/active.json?order=created&asc=true&show_emails=true&page=${page + 1}`;
  const known = await readUserPages(reading, byStaff, ofStaff);
  if (known?.addresses === 0 && known.users > 0) without.push('addresses of members: the key may not see them');
  if (known !== null) return { staff: true, users: known.users };
  without.push('addresses of members, and what only staff see: the key is not of the staff');
  const byAll = (page: number) => `/directory_items.json?period=all&order=post_count&page=${page}`;
  const all = await readUserPages(reading, byAll, ofDirectory);
  if (all === null) without.push('the list of members: those who wrote come along with their posts');
  return { staff: false, users: all?.users ?? 0 };
}

type UserPages = { users: number; addresses: number };
/** The users of a page; null where the answer is none. */
type UsersOf = (value: unknown) => Json[] | null;

const ofStaff: UsersOf = (value) => (Array.isArray(value) ? list(value) : null);
const ofDirectory: UsersOf = (value) => {
  const items = object(value).directory_items;
  return Array.isArray(items) ? list(items).map(({ user }) => object(user)) : null;
};

async function readUserPages(
  { api, folder }: Reading,
  address: (page: number) => string,
  usersOf: UsersOf,
): Promise<UserPages | null> {
  let addresses = 0;
  const seen = new Set<number>();
  const kept = new Set<string>();
  for (let page = 0; page < mostPages && seen.size < mostUsers; page += 1) {
    const answer = await api.get(address(page));
    const found = answer.ok ? usersOf(answer.value) : null;
    const failing = !answer.ok && answer.why === 'failing';
    if (found === null && page === 0 && !failing) return null;
    if (found === null)
      throw new ForumStopped('the list of members could not be read; run it again later, it goes on where it stopped');
    const users = freshOf(found, seen);
    if (users.length === 0) break;
    addresses += users.filter(({ email }) => textOf(email) !== '').length;
    const name = `page-${page}.json`;
    kept.add(name);
    await folder.put(`users/${name}`, users);
  }
  for (const name of await folder.list('users'))
    if (pageFile.test(name) && !kept.has(name)) await folder.remove(`users/${name}`);
  return { users: seen.size, addresses };
}

// Somebody who joins while the pages are read moves others on to the next.
function freshOf(found: Json[], seen: Set<number>): Json[] {
  return found.flatMap((each) => {
    const id = numberOf(each.id);
    if (id === null || seen.has(id) || textOf(each.username) === '') return [];
    seen.add(id);
    return [pick(each, userFields)];
  });
}
