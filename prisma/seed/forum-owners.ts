import type { SeedThread } from './forum-shapes';

/** What is said on the boards of owners and of staff. */
export const ownersThreads: SeedThread[] = [
  {
    board: 'owners-room',
    by: 'pm',
    ago: [8, 3],
    kind: 'QUESTION',
    title: 'Which three songs do you test with?',
    body: 'We are choosing the tracks for the listening room in the next round. Not the best songs: the ones that show you within a minute that something is wrong.',
    replies: [
      {
        by: 'admin',
        hours: 2,
        body: 'A dry male voice, a brushed cymbal, and a bus that drives past the window. The bus is not a song but it is the test.',
      },
      { by: 'mod', hours: 5, to: 2, body: 'Adding the bus to the playlist. Line 14, the old diesel.' },
    ],
  },
  {
    board: 'staff-room',
    by: 'ops',
    ago: [2, 6],
    kind: 'DISCUSSION',
    title: 'Handover for the weekend: parcels and reports',
    body: '- Copper hooks: the box count and the shelf count agree again.\n- Two parcels came back with the wrong postcode; @wren has written to both.\n- @noor, there are open reports about reselling. Please look before the next drop opens.',
    replies: [{ by: 'mod', hours: 1, body: 'Looking tonight. Thank you for the count.' }],
  },
];
