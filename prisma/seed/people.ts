import type { Role } from '@/lib/core/actor';

export type Person = {
  /** Handle and name of the picture in public/avatars. */
  handle: string;
  name: string;
  /** Part in the demo: signs in as `<part>@demo.millet`. Others sign in by their handle. */
  part?: 'fan' | 'owner' | 'new' | 'mod' | 'pm' | 'ops' | 'agent' | 'admin';
  locale: 'en' | 'zh';
  trust: number;
  roles?: Role[];
  bio: string;
  picture?: boolean;
  joinedDaysAgo: number;
  seenHoursAgo: number;
};

/** Who lives in the demo. */
export const people: readonly Person[] = [
  { part: 'fan', handle: 'juno', name: 'Juno Park', locale: 'en', trust: 2, picture: true, joinedDaysAgo: 212, seenHoursAgo: 2,
    bio: 'Runs before the city wakes up. Wants to hear the trams coming and the bass line at the same time.' },
  { part: 'owner', handle: 'ines', name: 'Ines Moreau', locale: 'en', trust: 3, picture: true, joinedDaysAgo: 418, seenHoursAgo: 5,
    bio: 'Interpreter in Lyon. One Air, in copper, and an opinion about every hinge.' },
  { part: 'new', handle: 'tomas', name: 'Tomas Lindqvist', locale: 'en', trust: 0, picture: true, joinedDaysAgo: 0, seenHoursAgo: 0,
    bio: 'Just got here. A friend would not stop talking about the clips.' },
  { part: 'mod', handle: 'noor', name: 'Noor Haddad', locale: 'en', trust: 4, roles: ['MODERATOR'], picture: true, joinedDaysAgo: 520, seenHoursAgo: 1,
    bio: 'Keeps the boards kind. Write to me before you write in capitals.' },
  { part: 'pm', handle: 'mei', name: 'Mei Tanaka', locale: 'en', trust: 4, roles: ['PRODUCT_OWNER'], picture: true, joinedDaysAgo: 530, seenHoursAgo: 1,
    bio: 'Looks after Air and Clip. Reads every idea, answers most, ships some.' },
  { part: 'ops', handle: 'ravi', name: 'Ravi Menon', locale: 'en', trust: 4, roles: ['OPERATIONS'], picture: true, joinedDaysAgo: 498, seenHoursAgo: 3,
    bio: 'Counts boxes so that nobody is promised one that does not exist.' },
  { part: 'agent', handle: 'wren', name: 'Wren Ellis', locale: 'en', trust: 4, roles: ['SUPPORT'], picture: true, joinedDaysAgo: 371, seenHoursAgo: 4,
    bio: 'Parcels, refunds, lost left buds. Usually back within the hour.' },
  { part: 'admin', handle: 'ada', name: 'Ada Brandt', locale: 'en', trust: 4, roles: ['ADMIN'], picture: true, joinedDaysAgo: 540, seenHoursAgo: 8,
    bio: 'Started Foxtail with a soldering iron and a borrowed desk.' },
  { handle: 'xiaoman', name: '林小满', locale: 'zh', trust: 3, picture: true, joinedDaysAgo: 390, seenHoursAgo: 2,
    bio: '上海，骑车通勤。开放式耳机是安全装备，不是玩具。' },
  { handle: 'zhou', name: '周航', locale: 'zh', trust: 2, picture: true, joinedDaysAgo: 260, seenHoursAgo: 9,
    bio: '录音师，周末拆机。听得见差别才说话。' },
  { handle: 'lars', name: 'Lars Nyberg', locale: 'en', trust: 3, picture: true, joinedDaysAgo: 344, seenHoursAgo: 12,
    bio: 'Carpenter. Open ears or lose a finger.' },
  { handle: 'okoro', name: 'Amara Okoro', locale: 'en', trust: 2, picture: true, joinedDaysAgo: 187, seenHoursAgo: 20,
    bio: 'Paediatric nurse, night shift. Battery life is a feature request and a lifestyle.' },
  { handle: 'mateo', name: 'Mateo Ruiz', locale: 'en', trust: 3, joinedDaysAgo: 402, seenHoursAgo: 6,
    bio: 'Wrote the unofficial Hearth tuning guide. It got long.' },
  { handle: 'wangyue', name: '王跃', locale: 'zh', trust: 2, joinedDaysAgo: 150, seenHoursAgo: 30,
    bio: '跑步五年，耳机掉过三副，所以来提意见。' },
  { handle: 'hana', name: 'Hana Kovač', locale: 'en', trust: 2, joinedDaysAgo: 133, seenHoursAgo: 26,
    bio: 'Cellist. The trial Hearth sits on the piano, sorry piano.' },
  { handle: 'suhe', name: '苏荷', locale: 'zh', trust: 1, joinedDaysAgo: 61, seenHoursAgo: 15,
    bio: '在家办公，桌面音箱比同事话多。' },
  { handle: 'priya', name: 'Priya Nair', locale: 'en', trust: 1, joinedDaysAgo: 48, seenHoursAgo: 40,
    bio: 'Glasses, helmet, earphones: it all has to fit behind one ear.' },
  { handle: 'yinuo', name: '陈一诺', locale: 'zh', trust: 1, joinedDaysAgo: 33, seenHoursAgo: 11,
    bio: '大三，攒钱买铜色那款。' },
  { handle: 'oskar', name: 'Oskar Weiss', locale: 'en', trust: 1, joinedDaysAgo: 19, seenHoursAgo: 50,
    bio: '' },
  { handle: 'hele', name: '何乐', locale: 'zh', trust: 0, joinedDaysAgo: 0, seenHoursAgo: 1,
    bio: '' },
  { handle: 'dex', name: 'Dex Hollow', locale: 'en', trust: 1, joinedDaysAgo: 75, seenHoursAgo: 80,
    bio: 'Selling drop slots. Ask me.' },
];
