import { englishProductThreads } from './forum-english-products';
import type { SeedThread } from './forum-shapes';

/** What the demo's cast says in English. */
export const englishThreads: SeedThread[] = [
  {
    board: 'announcements',
    by: 'admin',
    ago: [46],
    kind: 'DISCUSSION',
    title: 'How we read you, and what happens to an idea',
    votes: 14,
    state: { pinned: true },
    body: 'Everything you write here is read by somebody who can change the product. This is how it goes:\n\n1. You post an idea on a product’s board and others vote.\n2. @mei looks through the queue every Tuesday. She accepts, declines **with a reason**, or merges it with one that is already there.\n3. When it ships, the release names you.\n\nWe decline more than we accept. You will always read why.',
    replies: [
      {
        by: 'owner',
        hours: 4,
        votes: 7,
        body: 'The declined ones with reasons are my favourite reading here. Please keep doing that.',
      },
      { by: 'lars', hours: 9, body: 'Does a vote from an owner count for more?' },
      {
        by: 'pm',
        hours: 11,
        to: 3,
        votes: 9,
        body: 'It is shown beside the total, not multiplied. Forty people who would buy it and four who live with it are two different facts, and I want to see both.',
      },
    ],
  },
  {
    board: 'announcements',
    by: 'ops',
    ago: [12, 5],
    kind: 'DISCUSSION',
    title: 'The last drop in numbers, including the ones we got wrong',
    votes: 9,
    body: 'You asked for the report before the next drop opens, so here it is in short; the full one is on the drop’s page.\n\n| | planned | happened |\n|:--|--:|--:|\n| pairs on offer | 9 | 10 |\n| minutes until none were left | 30 | 3 |\n| pairs paid for | 9 | 11 |\n| of those refunded | 0 | 1 |\n| parcels out within two days | 10 | 8 |\n\nThe tenth pair passed its test while the wave was open, and one pair was sold twice because its first buyer gave it back. Two parcels are still here: their hooks creaked, so we are bending new ones. Both buyers had a message the same evening and get a free case.',
    replies: [
      {
        by: 'fan',
        hours: 2,
        votes: 5,
        body: 'Mine is one of the two. The message came before I even noticed. That is all I want from a shop.',
      },
      { by: 'oskar', hours: 30, body: 'Three minutes is rough when you are at work. Could part of it be a draw?' },
      {
        by: 'ops',
        hours: 33,
        to: 3,
        votes: 6,
        body: 'We are talking about exactly that. A draw is fair to people with meetings and unfair to people who set an alarm; half and half is the likely answer.',
      },
    ],
  },
  {
    board: 'lounge',
    by: 'fan',
    ago: [38],
    kind: 'DISCUSSION',
    title: 'Say hello and tell us what you are listening to',
    votes: 11,
    body: 'I will start. Juno, I run before work, and this month it is nothing but Ethiopian jazz. It turns out the tram lines in my city are almost in tempo.',
    replies: [
      {
        by: 'okoro',
        hours: 6,
        votes: 4,
        body: 'Amara, night shift. Long podcasts about shipwrecks. No, it does not help me sleep.',
      },
      {
        by: 'hana',
        hours: 20,
        votes: 3,
        body: 'Hana. Cello suites, other people’s, so that I can be annoyed by their bowing.',
      },
      { by: 'fan', hours: 22, to: 3, body: 'Which recording annoys you the *least*?' },
      {
        by: 'hana',
        hours: 27,
        to: 4,
        votes: 2,
        body: 'The one from the church where you hear a bus pass in the fourth suite. On the Air I took my hand off the handlebars to look for it.',
      },
      { by: 'new', hours: 905, body: 'Tomas, just joined. Friends’ playlists, until I can afford my own taste.' },
    ],
  },
  {
    board: 'lounge',
    by: 'mateo',
    ago: [25],
    kind: 'DISCUSSION',
    title: 'Show your desk: the Hearths on loan',
    votes: 8,
    body: 'Six of us have a trial Hearth at home until the first drop. Rules: show the speaker, show the cable mess, no cleaning up first. Mine stands on two cork coasters because the desk is hollow and the low notes liked that too much.',
    replies: [
      { by: 'suhe', hours: 14, votes: 3, body: '我的在窗台上，左边是多肉，右边是猫。猫喜欢低音，因为会震。' },
      { by: 'mateo', hours: 16, to: 2, body: 'The cat is the best reviewer we have.' },
      {
        by: 'lars',
        hours: 40,
        votes: 4,
        body: 'Built a shelf for it. 18 mm ash, two rails, felt underneath. Drawing on request.',
      },
      { by: 'hana', hours: 44, to: 4, body: 'Request!' },
    ],
  },
  {
    board: 'lounge',
    by: 'dex',
    ago: [9, 12],
    kind: 'DISCUSSION',
    title: 'Anyone need a place in the next drop?',
    votes: 0,
    state: {
      closed: 'Places in a drop are personal and cannot be sold here. The drop page says how to get one fairly.',
    },
    body: 'Asking for a friend who has more than he needs.',
    replies: [
      { by: 'lars', hours: 1, votes: 6, body: 'Your friend can just not claim them.' },
      {
        by: 'dex',
        hours: 2,
        to: 2,
        body: 'Write to me at dex-slots, thirty a piece, no questions.',
        reports: [
          ['lars', 'SPAM', 'He is selling places.'],
          ['fan', 'SPAM', ''],
        ],
        hidden: 'Selling places in a drop. They are personal; please read the note on the drop page.',
      },
    ],
  },
  ...englishProductThreads,
];
