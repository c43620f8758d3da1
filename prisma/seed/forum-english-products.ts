import { englishAirThreads } from './forum-english-air';
import type { SeedThread } from './forum-shapes';

/** What the cast says in English about the products. */
export const englishProductThreads: SeedThread[] = [
  ...englishAirThreads,
  {
    board: 'foxtail-clip',
    by: 'hana',
    ago: [21],
    kind: 'REVIEW',
    title: 'A cellist tries the Clip before it is sold',
    votes: 9,
    body: 'I had one of the trial pairs. They leave the ear completely free, so I can tune with them on. That sentence alone was worth it to me.\n\nBass: there is some. Do not expect to feel it. Voices: excellent, a little bright above the stave.\n\nThey have fallen off **once** in three weeks, during a scarf incident that was my fault.',
    replies: [
      {
        by: 'zhou',
        hours: 10,
        votes: 4,
        body: '“高音谱号以上偏亮”，这句形容得太准了。我测出来 7k 附近有 2 dB 左右的抬升。',
      },
      {
        by: 'pm',
        hours: 20,
        to: 2,
        votes: 3,
        body: 'We see the same bump. It is there to survive traffic; in a quiet room it is too much. @zhou, would you share the measurement?',
      },
      { by: 'zhou', hours: 34, to: 3, body: '可以，周末整理好发出来。' },
    ],
  },
  {
    board: 'foxtail-clip',
    by: 'lars',
    ago: [13],
    kind: 'QUESTION',
    title: 'Left trial clip lost in a pile of sawdust. Can I replace one side?',
    votes: 6,
    body: 'Magnet did not find it, the dog did not find it. Serial is on the other one.',
    replies: [
      {
        by: 'agent',
        hours: 2,
        votes: 5,
        accepted: 'lars',
        body: 'You can. Single sides are made to the partner’s serial so that the pair knows itself; it takes about a week, and for a trial pair it costs nothing.',
      },
      {
        by: 'lars',
        hours: 4,
        to: 2,
        votes: 2,
        body: 'Ordered. Naturally I found the old one an hour later, inside a boot.',
      },
      { by: 'mod', hours: 5, to: 3, votes: 7, body: 'This is the universal law of single earphones.' },
    ],
  },
  {
    board: 'foxtail-clip',
    by: 'new',
    ago: [0, 7],
    kind: 'QUESTION',
    title: 'First evening with a trial Clip: which side is left?',
    votes: 3,
    body: 'I have turned them round four times and both ways feel right. Is there a mark I do not see?',
    replies: [
      {
        by: 'fan',
        hours: 1,
        votes: 4,
        body: 'Welcome! The grain on the metal points forward. And they are honest: put them in wrong and they swap channels by themselves after a second.',
      },
      {
        by: 'new',
        hours: 2,
        to: 2,
        body: 'So I have worn them wrong and right and it did not matter. I like this company.',
      },
    ],
  },
  {
    board: 'foxtail-hearth',
    by: 'mateo',
    ago: [34],
    kind: 'DISCUSSION',
    title: 'The unofficial tuning guide, short version',
    votes: 15,
    state: { pinned: true },
    body: 'The long one got long, and three weeks with a trial Hearth made it shorter. This is what matters:\n\n> Put it where you would put a person who talks to you.\n\n1. **Height.** The dot between the drivers at the height of your chin.\n2. **Wall.** A hand’s length away, not two. Nearer is louder below, not better.\n3. **Desk.** If it booms, the desk is playing too. Cork, felt, or a book you have finished.\n\nThen, and only then, the equaliser:\n\n```json\n{ "low": -1.5, "presence": 1, "air": 0.5 }\n```\n\nTell me where I am wrong.',
    replies: [
      { by: 'hana', hours: 7, votes: 3, body: 'Wrong nowhere so far. The book I have finished is now structural.' },
      { by: 'suhe', hours: 21, votes: 2, body: '照着第二条往前挪了一个手掌，声音一下子就清楚了。谢谢！' },
      {
        by: 'admin',
        hours: 50,
        votes: 8,
        body: 'Ada here. Number 3 is what I tell people at fairs, but you say it better. May we link this from the manual?',
      },
      { by: 'mateo', hours: 52, to: 4, votes: 4, body: 'Please do. Then I have to keep it short.' },
    ],
  },
  {
    board: 'foxtail-hearth',
    by: 'hana',
    ago: [5, 2],
    kind: 'QUESTION',
    title: 'A faint tick every nine minutes, only on the oat one',
    votes: 4,
    body: 'Two trial Hearths in one house, ink and oat. Only the oat one ticks, like a clock that forgot what it was doing. Nothing is playing when it happens.',
    replies: [
      {
        by: 'zhou',
        hours: 4,
        votes: 3,
        body: 'Is it on the same power strip as a fridge or a router? Nine minutes sounds like a compressor.',
      },
      { by: 'hana', hours: 6, to: 2, body: 'Same strip as the aquarium heater. I feel very silly and very impressed.' },
      {
        by: 'dex',
        hours: 20,
        body: 'You people will believe anything. Only an idiot puts a speaker beside a fish.',
        reports: [
          ['hana', 'ABUSE', 'Not nice, and the fish is fine.'],
          ['zhou', 'ABUSE', ''],
        ],
      },
    ],
  },
  {
    board: 'foxtail-hearth',
    by: 'priya',
    ago: [2, 15],
    kind: 'DISCUSSION',
    title: 'My trial Hearth came, and the box is too good to throw away',
    votes: 6,
    body: 'What do you all do with the box? Mine is currently a very elegant home for cables.',
    replies: [
      { by: 'lars', hours: 2, votes: 4, body: 'Planter. Line it first. Ask me how I know.' },
      {
        by: 'oskar',
        hours: 30,
        body: 'Best prices for sealed boxes here: boxes-and-more dot example',
        reports: [['priya', 'SPAM', 'Advertising']],
      },
    ],
  },
];
