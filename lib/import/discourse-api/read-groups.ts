import { recordFields } from '../discourse-fields';
import { hold, may, type Reading } from './ask-forum';
import { forumPath, isPart } from './forum-path';
import { list, numberOf, object, pick, textOf, type Json } from './json';

const mostPages = 1_000;
const mostGroups = 5_000;
const mostOfOne = 10_000;
const membersPage = 100;
const badgesPage = 96;

/** Reads groups with those in them. */
export async function readGroups(reading: Reading): Promise<void> {
  const { folder, without } = reading;
  const groups = new Map<number, Json>();
  for (let page = 0; page < mostPages && groups.size < mostGroups; page += 1) {
    const answer = await may(reading, `/groups.json?page=${page}`, (each) => Array.isArray(each.groups));
    if (!answer) return void without.push('groups');
    const some = list(answer.groups).filter(({ id }) => numberOf(id) !== null && !groups.has(id as number));
    if (some.length === 0) break;
    for (const each of some) groups.set(each.id as number, hold(reading, pick(each, recordFields.group)));
  }
  if (groups.size >= mostGroups) return void without.push(`groups: there are ${mostGroups} or more`);
  for (const group of groups.values()) {
    // Discourse itself keeps who is in those: all members, all of a level of trust.
    if (group.automatic !== true) Object.assign(group, await membersOf(reading, textOf(group.name)));
  }
  await folder.put('groups.json', { groups: [...groups.values()] });
}

async function membersOf(reading: Reading, name: string): Promise<Json> {
  const members = new Set<string>();
  const owners = new Set<string>();
  for (let offset = 0; offset < mostOfOne; offset += membersPage) {
    const page = `limit=${membersPage}&offset=${offset}`;
    const answer = isPart(name)
      ? await may(reading, `${forumPath('groups', name)}/members.json?${page}`, (each) => Array.isArray(each.members))
      : null;
    if (!answer) return unread(reading, `members of the group ${name}`);
    const some = namesOf(answer.members);
    const before = members.size;
    namesOf(answer.owners).forEach((each) => owners.add(each));
    some.forEach((each) => members.add(each));
    hold(reading, some);
    if (owners.size > mostOfOne) break;
    const isOver = some.length < membersPage || members.size === before;
    if (isOver) return { members: [...members].toSorted(), owners: [...owners].toSorted() };
  }
  return unread(reading, `members of the group ${name}: it has ${mostOfOne} or more`);
}

/** Half a list would say that the others left: none says nothing. */
function unread({ without }: Reading, what: string): Json {
  without.push(what);
  return {};
}

function namesOf(value: unknown): string[] {
  return list(value).flatMap(({ username }) => (textOf(username) ? [textOf(username)] : []));
}

/** Reads badges with those who have them. */
export async function readBadges(reading: Reading): Promise<void> {
  const answer = await may(reading, '/badges.json', ({ badges }) => Array.isArray(badges));
  if (!answer) return void reading.without.push('badges');
  const badges = list(answer.badges)
    .slice(0, mostGroups)
    .map((badge) => pick(badge, recordFields.badge));
  for (const badge of badges) {
    // Discourse gives its own badges by itself, to nearly all.
    if (badge.system === false && numberOf(badge.id) !== null)
      Object.assign(badge, await holdersOf(reading, badge.id as number));
  }
  await reading.folder.put('badges.json', { badges });
}

async function holdersOf(reading: Reading, badge: number): Promise<Json> {
  const holders = new Set<string>();
  const isIt = (each: Json) => typeof each.user_badge_info === 'object' && each.user_badge_info !== null;
  for (let offset = 0; offset < mostOfOne; offset += badgesPage) {
    const answer = await may(reading, `/user_badges.json?badge_id=${badge}&offset=${offset}`, isIt);
    if (!answer) return unread(reading, `who has the badge ${badge}`);
    const some = list(object(answer.user_badge_info).user_badges);
    const names = new Map(list(answer.users).map(({ id, username }) => [id, textOf(username)]));
    for (const { user_id: id } of some) if (names.get(id)) holders.add(hold(reading, names.get(id)!));
    if (some.length < badgesPage) return { holders: [...holders].toSorted() };
  }
  return unread(reading, `who has the badge ${badge}: ${mostOfOne} or more`);
}
