import type { ToldThread } from './forum-told';

/** What the demo's cast says in English. */
export const englishThreads: ToldThread[] = [
  {
    board: 'announcements', by: 'admin', ago: [46], kind: 'DISCUSSION', title: 'How we read you, and what happens to an idea', votes: 14, state: { pinned: true },
    body: 'Everything you write here is read by somebody who can change the product. This is how it goes:\n\n1. You post an idea on a product’s board and others vote.\n2. @mei looks through the queue every Tuesday. She accepts, declines **with a reason**, or merges it with one that is already there.\n3. When it ships, the release names you.\n\nWe decline more than we accept. You will always read why.',
    replies: [
      { by: 'owner', hours: 4, votes: 7, body: 'The declined ones with reasons are my favourite reading here. Please keep doing that.' },
      { by: 'lars', hours: 9, body: 'Does a vote from an owner count for more?' },
      { by: 'pm', hours: 11, to: 3, votes: 9, body: 'It is shown beside the total, not multiplied. Forty people who would buy it and four who live with it are two different facts, and I want to see both.' },
    ],
  },
  {
    board: 'announcements', by: 'ops', ago: [12, 5], kind: 'DISCUSSION', title: 'The last drop in numbers, including the ones we got wrong', votes: 9,
    body: 'You asked for the report before the next drop opens, so here it is in short; the full one is on the drop’s page.\n\n| | planned | happened |\n|:--|--:|--:|\n| pairs on offer | 9 | 10 |\n| minutes until none were left | 30 | 3 |\n| pairs paid for | 9 | 11 |\n| of those refunded | 0 | 1 |\n| parcels out within two days | 10 | 8 |\n\nThe tenth pair passed its test while the wave was open, and one pair was sold twice because its first buyer gave it back. Two parcels are still here: their hooks creaked, so we are bending new ones. Both buyers had a message the same evening and get a free case.',
    replies: [
      { by: 'fan', hours: 2, votes: 5, body: 'Mine is one of the two. The message came before I even noticed. That is all I want from a shop.' },
      { by: 'oskar', hours: 30, body: 'Three minutes is rough when you are at work. Could part of it be a draw?' },
      { by: 'ops', hours: 33, to: 3, votes: 6, body: 'We are talking about exactly that. A draw is fair to people with meetings and unfair to people who set an alarm; half and half is the likely answer.' },
    ],
  },
  {
    board: 'lounge', by: 'fan', ago: [38], kind: 'DISCUSSION', title: 'Say hello and tell us what you are listening to', votes: 11,
    body: 'I will start. Juno, I run before work, and this month it is nothing but Ethiopian jazz. It turns out the tram lines in my city are almost in tempo.',
    replies: [
      { by: 'okoro', hours: 6, votes: 4, body: 'Amara, night shift. Long podcasts about shipwrecks. No, it does not help me sleep.' },
      { by: 'hana', hours: 20, votes: 3, body: 'Hana. Cello suites, other people’s, so that I can be annoyed by their bowing.' },
      { by: 'fan', hours: 22, to: 3, body: 'Which recording annoys you the *least*?' },
      { by: 'hana', hours: 27, to: 4, votes: 2, body: 'The one from the church where you hear a bus pass in the fourth suite. On the Air I took my hand off the handlebars to look for it.' },
      { by: 'new', hours: 905, body: 'Tomas, just joined. Friends’ playlists, until I can afford my own taste.' },
    ],
  },
  {
    board: 'lounge', by: 'mateo', ago: [25], kind: 'DISCUSSION', title: 'Show your desk: the Hearths on loan', votes: 8,
    body: 'Six of us have a trial Hearth at home until the first drop. Rules: show the speaker, show the cable mess, no cleaning up first. Mine stands on two cork coasters because the desk is hollow and the low notes liked that too much.',
    replies: [
      { by: 'suhe', hours: 14, votes: 3, body: '我的在窗台上，左边是多肉，右边是猫。猫喜欢低音，因为会震。' },
      { by: 'mateo', hours: 16, to: 2, body: 'The cat is the best reviewer we have.' },
      { by: 'lars', hours: 40, votes: 4, body: 'Built a shelf for it. 18 mm ash, two rails, felt underneath. Drawing on request.' },
      { by: 'hana', hours: 44, to: 4, body: 'Request!' },
    ],
  },
  {
    board: 'lounge', by: 'dex', ago: [9, 12], kind: 'DISCUSSION', title: 'Anyone need a place in the next drop?', votes: 0, state: { closed: 'Places in a drop are personal and cannot be sold here. The drop page says how to get one fairly.' },
    body: 'Asking for a friend who has more than he needs.',
    replies: [
      { by: 'lars', hours: 1, votes: 6, body: 'Your friend can just not claim them.' },
      { by: 'dex', hours: 2, to: 2, body: 'Write to me at dex-slots, thirty a piece, no questions.', reports: [['lars', 'SPAM', 'He is selling places.'], ['fan', 'SPAM', '']], hidden: 'Selling places in a drop. They are personal; please read the note on the drop page.' },
    ],
  },
  {
    board: 'foxtail-air', by: 'priya', ago: [20], kind: 'QUESTION', title: 'Glasses, helmet, Air: does all of it fit behind one ear?', votes: 7,
    body: 'Thick acetate frames, bike helmet with straps that meet just below the ear. Has anybody worn the three together for more than an hour?',
    replies: [
      { by: 'lars', hours: 3, body: 'Ear defenders instead of a helmet, but yes. Hook first, glasses over it.' },
      { by: 'xiaoman', hours: 8, votes: 9, accepted: 'priya', body: 'Every day, 40 minutes. The order matters:\n\n1. hook,\n2. helmet strap **in front of** the hook,\n3. glasses last, over everything.\n\nWith the strap behind the hook it pulls the driver away from the ear and you will think the bass is broken.' },
      { by: 'priya', hours: 26, to: 3, votes: 2, body: 'Strap in front: noted for the day mine arrives. Thank you @xiaoman, two weeks of wondering solved by one sentence.' },
      { by: 'pm', hours: 29, to: 3, votes: 4, body: 'That list goes into the leaflet of the next print run, with your name if you like.' },
    ],
  },
  {
    board: 'foxtail-air', by: 'owner', ago: [5], kind: 'REVIEW', title: 'Three weeks of interpreting with the Air', votes: 13,
    body: 'I interpret for a living, so these sit on my head for six hours a day while I also have to hear the room.\n\n**What got better with time:** the hook. After two weeks it has the shape of my ear.\n\n**What got worse:** the left contact in the case. A cotton bud fixes it for a week.\n\n**What I would pay for:** a longer pause before they switch off when I take them out. I look at a document for six minutes and they are gone.\n\nI would buy them again, and my father wants a pair.',
    replies: [
      { by: 'agent', hours: 5, votes: 5, body: 'The contact is a known weakness of the pilot cases. Write to me and you get a case, no need to send the old one first.' },
      { by: 'okoro', hours: 17, body: 'Six hours without sore ears? I get four.' },
      { by: 'owner', hours: 19, to: 3, votes: 3, body: 'I move the hook a finger’s width back after lunch. Sounds silly, works.' },
      { by: 'pm', hours: 40, votes: 6, body: 'The pause is five minutes in the firmware today. Would ten do, or do you want to set it?' },
      { by: 'owner', hours: 42, to: 5, body: 'Set it. Some people have ten-minute documents.' },
    ],
  },
  {
    board: 'foxtail-air', by: 'fan', ago: [16], kind: 'DISCUSSION', title: 'Wind: three things that helped, one that did not', votes: 10,
    body: 'Sixty kilometres a week along the river, on a trial pair until mine is packed, so I have opinions.\n\n- Turning the left one **two degrees down**. Really two.\n- A thin headband over the top edge, not the grille.\n- Firmware 2.1, which changed something about the microphones.\n\nWhat did not help: foam. It makes wind into *soft* wind.',
    replies: [
      { by: 'wangyue', hours: 5, votes: 3, body: '头带 +1。注意别压住出音孔，只压上沿。' },
      { by: 'lars', hours: 7, body: 'How do you measure two degrees?' },
      { by: 'fan', hours: 8, to: 3, votes: 5, body: 'I hum and turn until the hum gets nasal, then back a bit.', edited: 'I hum and turn until the hum gets nasal, then back a bit. (Edited to add: do it standing still, not in traffic.)' },
      { by: 'pm', hours: 30, votes: 4, body: 'The hum test is now something three engineers do in our corridor. Thank you for that sound.' },
    ],
  },
  {
    board: 'foxtail-air', by: 'okoro', ago: [6, 4], kind: 'QUESTION', title: 'Can I read the battery of each side separately?', votes: 5,
    body: 'The app shows one number, but my right one always goes first. On Linux at home I would be happy with anything.',
    replies: [
      { by: 'mateo', hours: 6, votes: 6, accepted: 'okoro', body: 'Both sides report by themselves, most systems just show the lower one. On Linux:\n\n```sh\nbluetoothctl info | grep -i battery\nupower --dump | grep -A3 "Foxtail Air"\n```\n\nThe second one names left and right.' },
      { by: 'okoro', hours: 12, to: 2, body: '`upower` it is. Right one really is at 40 when left is at 61. Support next, I suppose?' },
      { by: 'agent', hours: 14, to: 3, votes: 2, body: 'Yes please. More than fifteen between the sides is not right, and it is covered.' },
    ],
  },
  {
    board: 'foxtail-air', by: 'oskar', ago: [1, 9], kind: 'QUESTION', title: 'Copper or ink: does the copper wear off at the hinge?', votes: 2,
    body: 'Saving for one pair, not two. Photos of a used copper one would help a lot.',
    replies: [
      { by: 'owner', hours: 3, votes: 2, body: 'Three weeks on mine: a faint bright line at the hinge, like an old coin. I like it.' },
      { by: 'yinuo', hours: 9, body: '同求铜色的实拍！' },
    ],
  },
  {
    board: 'foxtail-clip', by: 'hana', ago: [21], kind: 'REVIEW', title: 'A cellist tries the Clip before it is sold', votes: 9,
    body: 'I had one of the trial pairs. They leave the ear completely free, so I can tune with them on. That sentence alone was worth it to me.\n\nBass: there is some. Do not expect to feel it. Voices: excellent, a little bright above the stave.\n\nThey have fallen off **once** in three weeks, during a scarf incident that was my fault.',
    replies: [
      { by: 'zhou', hours: 10, votes: 4, body: '“高音谱号以上偏亮”，这句形容得太准了。我测出来 7k 附近有 2 dB 左右的抬升。' },
      { by: 'pm', hours: 20, to: 2, votes: 3, body: 'We see the same bump. It is there to survive traffic; in a quiet room it is too much. @zhou, would you share the measurement?' },
      { by: 'zhou', hours: 34, to: 3, body: '可以，周末整理好发出来。' },
    ],
  },
  {
    board: 'foxtail-clip', by: 'lars', ago: [13], kind: 'QUESTION', title: 'Left trial clip lost in a pile of sawdust. Can I replace one side?', votes: 6,
    body: 'Magnet did not find it, the dog did not find it. Serial is on the other one.',
    replies: [
      { by: 'agent', hours: 2, votes: 5, accepted: 'lars', body: 'You can. Single sides are made to the partner’s serial so that the pair knows itself; it takes about a week, and for a trial pair it costs nothing.' },
      { by: 'lars', hours: 4, to: 2, votes: 2, body: 'Ordered. Naturally I found the old one an hour later, inside a boot.' },
      { by: 'mod', hours: 5, to: 3, votes: 7, body: 'This is the universal law of single earphones.' },
    ],
  },
  {
    board: 'foxtail-clip', by: 'new', ago: [0, 7], kind: 'QUESTION', title: 'First evening with a trial Clip: which side is left?', votes: 3,
    body: 'I have turned them round four times and both ways feel right. Is there a mark I do not see?',
    replies: [
      { by: 'fan', hours: 1, votes: 4, body: 'Welcome! The grain on the metal points forward. And they are honest: put them in wrong and they swap channels by themselves after a second.' },
      { by: 'new', hours: 2, to: 2, body: 'So I have worn them wrong and right and it did not matter. I like this company.' },
    ],
  },
  {
    board: 'foxtail-hearth', by: 'mateo', ago: [34], kind: 'DISCUSSION', title: 'The unofficial tuning guide, short version', votes: 15, state: { pinned: true },
    body: 'The long one got long, and three weeks with a trial Hearth made it shorter. This is what matters:\n\n> Put it where you would put a person who talks to you.\n\n1. **Height.** The dot between the drivers at the height of your chin.\n2. **Wall.** A hand’s length away, not two. Nearer is louder below, not better.\n3. **Desk.** If it booms, the desk is playing too. Cork, felt, or a book you have finished.\n\nThen, and only then, the equaliser:\n\n```json\n{ "low": -1.5, "presence": 1, "air": 0.5 }\n```\n\nTell me where I am wrong.',
    replies: [
      { by: 'hana', hours: 7, votes: 3, body: 'Wrong nowhere so far. The book I have finished is now structural.' },
      { by: 'suhe', hours: 21, votes: 2, body: '照着第二条往前挪了一个手掌，声音一下子就清楚了。谢谢！' },
      { by: 'admin', hours: 50, votes: 8, body: 'Ada here. Number 3 is what I tell people at fairs, but you say it better. May we link this from the manual?' },
      { by: 'mateo', hours: 52, to: 4, votes: 4, body: 'Please do. Then I have to keep it short.' },
    ],
  },
  {
    board: 'foxtail-hearth', by: 'hana', ago: [5, 2], kind: 'QUESTION', title: 'A faint tick every nine minutes, only on the oat one', votes: 4,
    body: 'Two trial Hearths in one house, ink and oat. Only the oat one ticks, like a clock that forgot what it was doing. Nothing is playing when it happens.',
    replies: [
      { by: 'zhou', hours: 4, votes: 3, body: 'Is it on the same power strip as a fridge or a router? Nine minutes sounds like a compressor.' },
      { by: 'hana', hours: 6, to: 2, body: 'Same strip as the aquarium heater. I feel very silly and very impressed.' },
      { by: 'dex', hours: 20, body: 'You people will believe anything. Only an idiot puts a speaker beside a fish.', reports: [['hana', 'ABUSE', 'Not nice, and the fish is fine.'], ['zhou', 'ABUSE', '']] },
    ],
  },
  {
    board: 'foxtail-hearth', by: 'priya', ago: [2, 15], kind: 'DISCUSSION', title: 'My trial Hearth came, and the box is too good to throw away', votes: 6,
    body: 'What do you all do with the box? Mine is currently a very elegant home for cables.',
    replies: [
      { by: 'lars', hours: 2, votes: 4, body: 'Planter. Line it first. Ask me how I know.' },
      { by: 'oskar', hours: 30, body: 'Best prices for sealed boxes here: boxes-and-more dot example', reports: [['priya', 'SPAM', 'Advertising']] },
    ],
  },
];
