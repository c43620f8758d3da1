type ToldBoard = {
  slug: string;
  name: string;
  nameZh: string;
  description: string;
  descriptionZh: string;
  position: number;
  reads?: 'OWNERS' | 'STAFF';
  starts?: 'READERS:1' | 'READERS:4';
  product?: string;
};

/** The demo's boards. A product's board holds every kind of thread about it, ideas too. */
export const boards: readonly ToldBoard[] = [
  {
    slug: 'announcements',
    name: 'Announcements',
    nameZh: '公告',
    position: 1,
    starts: 'READERS:4',
    description: 'What we make, what we broke, what ships next. Questions are welcome underneath.',
    descriptionZh: '我们在做什么，弄坏了什么，接下来发什么。欢迎在下面提问。',
  },
  {
    slug: 'lounge',
    name: 'Lounge',
    nameZh: '休息室',
    position: 2,
    description: 'Playlists, desks, commutes and hellos.',
    descriptionZh: '歌单、桌面、通勤路，还有打个招呼。',
  },
  {
    slug: 'zhongwen',
    name: '中文区',
    nameZh: '中文区',
    position: 3,
    description: 'Everything, in Chinese.',
    descriptionZh: '用中文聊一切。',
  },
  {
    slug: 'foxtail-air',
    name: 'Foxtail Air',
    nameZh: '狐尾 Air',
    position: 10,
    product: 'foxtail-air',
    description: 'The open earphones with the soft hook: fit, sound, wind, sweat.',
    descriptionZh: '柔软耳挂的开放式耳机：佩戴、音质、风噪、防汗。',
  },
  {
    slug: 'foxtail-clip',
    name: 'Foxtail Clip',
    nameZh: '狐尾 Clip',
    position: 11,
    product: 'foxtail-clip',
    description: 'The clips that forget they are there. Lost one? Ask here first.',
    descriptionZh: '夹上就忘了的那一对。丢了一只？先来这里问问。',
  },
  {
    slug: 'foxtail-hearth',
    name: 'Foxtail Hearth',
    nameZh: '狐尾 Hearth',
    position: 12,
    product: 'foxtail-hearth',
    description: 'The desk speaker in walnut and chalk: placing, tuning, living with it.',
    descriptionZh: '胡桃木和白垩色的桌面音箱：摆位、调音、日常。',
  },
  {
    slug: 'owners-room',
    name: 'Owners’ room',
    nameZh: '机主小屋',
    position: 30,
    reads: 'OWNERS',
    starts: 'READERS:1',
    description: 'For everyone with a serial number. Early builds and honest numbers.',
    descriptionZh: '有序列号的人都能进。早期版本和真实数据都在这里。',
  },
  {
    slug: 'staff-room',
    name: 'Staff room',
    nameZh: '员工间',
    position: 40,
    reads: 'STAFF',
    starts: 'READERS:1',
    description: 'Handovers between shifts. Nothing here leaves the house.',
    descriptionZh: '交接班用，不对外。',
  },
];
