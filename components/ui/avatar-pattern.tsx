import { hash, hues } from './tone';

/** A small landscape that belongs to one name: sky, sun or moon, two hills, and grain standing on them. */
export function AvatarPattern({ name, className }: { name: string; className?: string }) {
  const seed = hash(name);
  const pick = (count: number, salt: number) => hash(`${seed}.${salt}`) % count;
  const first = pick(hues.length, 1);
  const hue = hues[first]!;
  const other = hues[(first + 1 + pick(hues.length - 1, 2)) % hues.length]!;
  const lift = pick(10, 3);
  return (
    <svg viewBox="0 0 48 48" className={className} aria-hidden>
      <rect width="48" height="48" fill={`var(--${hue}-soft)`} />
      <circle cx={11 + pick(26, 4)} cy={11 + pick(8, 5)} r={4 + pick(4, 6)} fill="var(--art-gold)" />
      <path
        d={`M0 ${30 - lift}Q${10 + pick(14, 7)} ${18 + lift} 48 ${33 - lift / 2}V48H0Z`}
        fill={`var(--${other})`}
        opacity="0.55"
      />
      <path
        d={`M0 ${41 - lift / 2}Q${22 + pick(14, 8)} ${25 + lift} 48 ${38 - lift / 3}V48H0Z`}
        fill={`var(--${hue})`}
      />
      <Ears count={1 + pick(3, 9)} from={9 + pick(14, 10)} lean={pick(9, 11) - 4} />
    </svg>
  );
}

function Ears({ count, from, lean }: { count: number; from: number; lean: number }) {
  return Array.from({ length: count }, (_, at) => {
    const x = from + at * 9;
    const top = 21 + ((at * 5) % 7);
    return (
      <g key={x} stroke="var(--art-gold-soft)" fill="var(--art-gold-soft)">
        <path d={`M${x} 46Q${x} ${top + 12} ${x + lean} ${top}`} fill="none" strokeWidth="1.3" />
        <ellipse
          cx={x + lean}
          cy={top}
          rx="2.3"
          ry="4.6"
          transform={`rotate(${lean * 5} ${x + lean} ${top})`}
          stroke="none"
        />
      </g>
    );
  });
}
