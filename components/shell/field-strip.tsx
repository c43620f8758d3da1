/** A strip of millet at the foot of every page. One tuft, repeated; the ground is the footer's own. */
export function FieldStrip({ className }: { className?: string }) {
  return (
    <svg className={className} aria-hidden preserveAspectRatio="xMidYMax slice">
      <defs>
        <pattern id="millet-field" width="360" height="80" patternUnits="userSpaceOnUse" y="0">
          {ears.map(([x, top, lean]) => <Ear key={x} x={x} top={top} lean={lean} />)}
          <path d="M0 80V74Q60 66 130 72T260 71T360 74V80Z" fill="var(--sunken)" />
        </pattern>
      </defs>
      <rect width="100%" height="80" fill="url(#millet-field)" />
    </svg>
  )
}

const ears: [number, number, number][] = [
  [14, 40, 8], [42, 26, 11], [66, 46, -7], [104, 34, 9], [128, 20, 12], [151, 44, 7], [186, 38, -9], [214, 24, 10],
  [239, 47, 8], [271, 30, -11], [300, 42, 8], [327, 22, 12], [348, 49, -6],
]

function Ear({ x, top, lean }: { x: number; top: number; lean: number }) {
  const tip = x + lean
  return (
    <g>
      <path d={`M${x} 80Q${x} ${top + 18} ${tip - lean / 3} ${top}`} fill="none" stroke="var(--art-moss)" strokeWidth="1.5" />
      <path d={`M${x} 68Q${x + lean} 56 ${x + lean * 1.9} 57Q${x + lean * 1.1} 60 ${x} 70Z`} fill="var(--art-moss)" />
      <g fill="var(--art-gold)">
        {[0, 1, 2, 3, 4].map(at => (
          <g key={at}>
            <ellipse cx={tip - lean / 3 + at * lean * 0.17 - 2.2} cy={top + at * 3.1 - 4} rx="2.4" ry="2" />
            <ellipse cx={tip - lean / 3 + at * lean * 0.17 + 2.2} cy={top + at * 3.1 - 4.6} rx="2.4" ry="2" />
          </g>
        ))}
      </g>
    </g>
  )
}
