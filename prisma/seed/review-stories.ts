/** What owners of the Air say in public, each in their own language; days count back from the seed's moment. */
export type ReviewStory = {
  member: string;
  daysAgo: number;
  rating: number;
  title: string;
  body: string;
  pros: string[];
  cons: string[];
  /** Who found it helpful. */
  helpful: string[];
};

export const reviews: ReviewStory[] = [
  {
    member: 'owner',
    daysAgo: 12,
    rating: 5,
    title: 'The first pair I forget I’m wearing',
    body: 'Two weeks of commuting and long calls. They stay in while I cycle, and voices sound like people rather than radios. The copper picks up fingerprints, which I’ve decided to call patina.',
    pros: ['Light enough to forget', 'Calls in wind', 'Two days between charges'],
    cons: ['Fingerprints on the copper'],
    helpful: ['mateo', 'zhou', 'fan'],
  },
  {
    member: 'xiaoman',
    daysAgo: 11,
    rating: 4,
    title: '人声很暖，盒子有点紧',
    body: '地铁和办公室各用了两周。人声比我之前那副自然得多，戴一下午也不胀。充电盒第一周开合偏紧，后来好多了。',
    pros: ['人声自然', '久戴不胀'],
    cons: ['盒子刚开始偏紧'],
    helpful: ['zhou', 'okoro'],
  },
  {
    member: 'lars',
    daysAgo: 9,
    rating: 2,
    title: 'Lovely sound, but mine lost the left side twice',
    body: 'When both are connected they’re the best I’ve had at this price. Twice a week the left one drops out on the train and I have to put it back into the case. Firmware 2.1 made it rarer, not gone.',
    pros: ['Sound', 'Comfort'],
    cons: ['Left side drops out', 'Case has to be at hand'],
    helpful: ['owner', 'okoro', 'mateo', 'hana'],
  },
  {
    member: 'zhou',
    daysAgo: 8,
    rating: 5,
    title: '第一次觉得“社区里提的”真的做出来了',
    body: '骑车时风噪大，这事我们在论坛里聊了很久，2.1 更新就有了风噪模式，现在骑行打电话对方也听得清。续航够我一天来回通勤。',
    pros: ['风噪模式', '续航够用'],
    cons: [],
    helpful: ['xiaoman', 'mateo'],
  },
  {
    member: 'okoro',
    daysAgo: 5,
    rating: 3,
    title: 'Good for talking, fine for music',
    body: 'I bought them for interviews and that’s what they’re great at. For music I still reach for my old over-ears: the bass is polite.',
    pros: ['Microphones', 'Small case'],
    cons: ['Polite bass'],
    helpful: ['owner'],
  },
];

export const answers = [
  {
    to: 'lars',
    daysAgo: 8,
    body: 'Thank you for writing this down so exactly, Lars. It’s a fault of the antenna seat in 9 pairs of the first batch, and yours is one of them. Support will send you a new left side; 2.2 will also reconnect faster on its own.',
  },
  { to: 'xiaoman', daysAgo: 10, body: '谢谢小满！铰链的阻尼从第二批开始调松了一点，开合一两百次后也会自然变顺。' },
];

/** What shoppers ask owners of the Air; who answers for the brand says so. */
export const questions = [
  {
    member: 'fan',
    daysAgo: 7,
    body: 'Do they stay in with glasses and a helmet?',
    said: [
      {
        member: 'owner',
        hours: 3,
        body: 'Yes, every day. Put the helmet on first, then the Air: the hook goes under the strap.',
      },
      { member: 'fan', hours: 9, body: 'Thank you! And does the strap press the button?' },
      {
        member: 'okoro',
        hours: 20,
        body: 'Only if it’s very tight. I wear it one hole looser and have had no trouble since.',
      },
    ],
    brand: null,
  },
  {
    member: 'suhe',
    daysAgo: 4,
    body: '戴着侧躺会压耳朵吗？',
    said: [{ member: 'xiaoman', hours: 5, body: '平躺没问题，侧躺半小时左右会有点感觉，我睡前听一会儿刚好。' }],
    brand: { hours: 20, body: '补充一点：外壳是圆角的，但我们不建议整夜侧躺佩戴。' },
  },
];
